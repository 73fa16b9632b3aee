'use client';
import { useRef } from 'react';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { FactForm, FormField } from './fact-form';
import { FactList } from './fact-list';
import { factsWords } from './words.en';

export function AppsSection() {
  const t = useWords(factsWords);
  const { date, list } = useFormat();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-4">
      <FactForm
        help={t('appsHelp')}
        submit={t('saveApps')}
        makeOf={({ text = '', syncedAt }) =>
          text.trim() === ''
            ? { missing: { apps: t('needed') } }
            : { kind: 'PASTED_APPS', body: { text, syncedAt: syncedAt || null } }
        }
      >
        {(form) => (
          <>
            <TextArea
              label={t('appsText')}
              rows={6}
              value={form.values.text ?? ''}
              error={form.errors.apps}
              onChange={(event) => {
                form.set('apps', '');
                form.set('text', event.target.value);
              }}
            />
            <div className="flex flex-wrap items-end gap-3">
              <FormField of={form} name="syncedAt" type="date" label={t('appsDay')} isOptional className="w-44" />
              <input
                ref={input}
                type="file"
                hidden
                accept=".csv,.txt,.tsv"
                data-testid="apps-file"
                onChange={async (event) => {
                  const file = event.target.files?.[0];
                  event.target.value = '';
                  if (file) {
                    form.set('text', await file.text());
                  }
                }}
              />
              <Button onClick={() => input.current?.click()}>{t('appsFile')}</Button>
            </div>
          </>
        )}
      </FactForm>
      <FactList
        kind="INSTALLED_APPS"
        none={t('noApps')}
        nameOf={(fact) => t('appsOn', { date: date(fact.installedApps?.syncedAt ?? '') })}
      >
        {({ installedApps }) =>
          installedApps && (
            <>
              <p className="font-medium">
                {t('appsOn', { date: date(installedApps.syncedAt) })} ·{' '}
                {t('appsCount', { n: installedApps.apps?.length ?? 0 })}
              </p>
              <p className="break-words text-muted">{list(installedApps.apps ?? [])}</p>
              {(installedApps.uninstalled?.length ?? 0) > 0 && (
                <p className="text-muted">
                  {t('appsGone', {
                    apps: list((installedApps.uninstalled ?? []).map(({ app, at }) => `${app} (${date(at)})`)),
                  })}
                </p>
              )}
            </>
          )
        }
      </FactList>
    </div>
  );
}
