'use client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { TextArea } from '@/ui/field';
import { FileButton } from '@/ui/file-button';
import { FactForm, FormField } from './fact-form';
import { FactList } from './fact-list';
import { factsWords } from './words.en';

export function AppsSection() {
  const t = useWords(factsWords);
  const { date, list } = useFormat();
  return (
    <div className="flex flex-col gap-4">
      <FactForm
        help={t('appsHelp')}
        submit={t('saveApps')}
        makeOf={({ text = '', syncedAt }) =>
          text.trim() === ''
            ? { missing: { apps: t('required') } }
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
              <FormField form={form} name="syncedAt" type="date" label={t('appsDay')} isOptional className="w-44" />
              <FileButton
                accept=".csv,.txt,.tsv"
                testId="apps-file"
                onFile={async (file) => form.set('text', await file.text())}
              >
                {t('appsFile')}
              </FileButton>
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
