'use client';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Choices, Switch } from '@/ui/choice';
import { TextField } from '@/ui/field';
import { useChangeOrganization, useUsage } from './settings-data';
import { SettingsForm } from './settings-form';
import { settingsWords } from './words.en';

type Organization = Schema<'OrganizationView'>;
type Changes = Partial<
  Pick<Organization, 'retentionDays' | 'languageModelEnabled' | 'visionEnabled' | 'languageModelDailyBudget'>
>;

const retentions = ['30', '90', '365'] as const;

export function PrivacyCard({ organization }: { organization: Organization & { tag: string | undefined } }) {
  const t = useWords(settingsWords);
  const spent = useSpent();
  const change = useChangeOrganization(organization.tag);
  const [changes, set] = useState<Changes>({});
  const [isWrong, setWrong] = useState(false);
  const value = { ...organization, ...changes };
  const isChanged = (Object.keys(changes) as (keyof Changes)[]).some((key) => changes[key] !== organization[key]);
  return (
    <SettingsForm
      title={t('privacy')}
      help={t('privacyHelp')}
      isChanged={isChanged}
      isSaving={change.isPending}
      error={change.error}
      onDiscard={() => {
        change.reset();
        setWrong(false);
        set({});
      }}
      onSave={() => {
        const isBudget = /^\d{1,3}(\.\d{1,2})?$/.test(value.languageModelDailyBudget.trim());
        setWrong(!isBudget);
        if (isBudget) {
          change.mutate(changes, { onSuccess: () => set({}) });
        }
      }}
    >
      <Retention days={value.retentionDays} onChange={(retentionDays) => set({ ...changes, retentionDays })} />
      <Switch
        label={t('model')}
        help={t('modelHelp')}
        checked={value.languageModelEnabled}
        onChange={(languageModelEnabled) => set({ ...changes, languageModelEnabled })}
      />
      <Switch
        label={t('vision')}
        help={t('visionHelp')}
        checked={value.visionEnabled}
        disabled={!value.languageModelEnabled}
        onChange={(visionEnabled) => set({ ...changes, visionEnabled })}
      />
      <TextField
        label={t('budget')}
        className="max-w-56"
        inputMode="decimal"
        value={value.languageModelDailyBudget}
        error={isWrong && t('wrongBudget')}
        help={spent}
        onChange={(event) => set({ ...changes, languageModelDailyBudget: event.target.value })}
      />
    </SettingsForm>
  );
}

function Retention({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const t = useWords(settingsWords);
  return (
    <div>
      <Choices
        legend={t('retention')}
        value={String(days) as (typeof retentions)[number]}
        options={retentions.map((value) => ({ value, label: t('days', { n: Number(value) }) }))}
        onChange={(value) => onChange(Number(value))}
      />
      <p className="mt-1.5 text-muted text-xs">{t('retentionHelp')}</p>
    </div>
  );
}

/** What the language model cost today. A blank keeps the line's height until it is known. */
function useSpent(): string {
  const t = useWords(settingsWords);
  const { money } = useFormat();
  const model = useUsage().data?.languageModel;
  return model
    ? t('spent', { spent: money(model.spentToday, 'USD'), budget: money(model.dailyBudget, 'USD') })
    : '\u00a0';
}
