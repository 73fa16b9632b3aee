'use client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { TextArea } from '@/ui/field';
import { FileButton } from '@/ui/file-button';
import { FactForm, FormField } from './fact-form';
import { FactList } from './fact-list';
import { factsWords } from './words.en';

export function AppsSection() {
  return (
    <div className="flex flex-col gap-4">
      <AppsForm />
      <AppsList />
    </div>
  );
}

function AppsForm() {
  const t = useWords(factsWords);
  return (
    <FactForm
      help={t('appsHelp')}
      submit={t('saveApps')}
      factOf={({ text = '', syncedAt }) =>
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
  );
}

function AppsList() {
  const t = useWords(factsWords);
  const { date, list } = useFormat();
  return (
    <FactList
      kind="INSTALLED_APPS"
      none={t('noApps')}
      nameOf={(fact) => t('appsOn', { date: date(fact.installedApps?.syncedAt ?? '') })}
    >
      {({ installedApps }) => {
        if (!installedApps) {
          return null;
        }

        const { syncedAt, apps = [], uninstalled = [] } = installedApps;
        const removed = uninstalled.map(({ app, at }) => `${app} (${date(at)})`);
        return (
          <>
            <p className="font-medium">
              {t('appsOn', { date: date(syncedAt) })} · {t('appsCount', { n: apps.length })}
            </p>
            <p className="break-words text-muted">{list(apps)}</p>
            {removed.length > 0 && <p className="text-muted">{t('appsGone', { apps: list(removed) })}</p>}
          </>
        );
      }}
    </FactList>
  );
}
