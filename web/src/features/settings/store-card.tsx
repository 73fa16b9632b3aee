'use client';
import { useMemo, useState } from 'react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { clearRequestedLanguage, useWords } from '@/i18n/language';
import { SelectField, TextField } from '@/ui/field';
import { useChangeStore } from './settings-data';
import { SettingsForm } from './settings-form';
import { settingsWords } from './words.en';

type Changes = Partial<Record<'name' | 'currency' | 'timeZone' | 'language', string>>;

export function StoreCard({ store }: { store: Schema<'ShopView'> & { tag: string | undefined } }) {
  const t = useWords(settingsWords);
  const change = useChangeStore(store.tag);
  const [changes, set] = useState<Changes>({});
  const value = { ...store, ...changes };
  const isChanged = (Object.keys(changes) as (keyof Changes)[]).some((key) => changes[key] !== store[key]);
  const currencies = useCurrencies(store.currency);
  const zones = useTimeZones(store.timeZone);
  return (
    <SettingsForm
      title={t('store')}
      help={t('storeHelp')}
      isChanged={isChanged}
      isSaving={change.isPending}
      error={change.error}
      onDiscard={() => {
        change.reset();
        set({});
      }}
      onSave={() =>
        change.mutate(changes, {
          onSuccess: () => {
            if (changes.language) {
              clearRequestedLanguage();
            }

            set({});
          },
        })
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('name')}
          value={value.name}
          maxLength={200}
          onChange={(event) => set({ ...changes, name: event.target.value })}
        />
        <SelectField
          label={t('currency')}
          value={value.currency}
          options={currencies}
          onChange={(event) => set({ ...changes, currency: event.target.value })}
        />
        <SelectField
          label={t('timeZone')}
          value={value.timeZone}
          options={zones}
          onChange={(event) => set({ ...changes, timeZone: event.target.value })}
        />
        <SelectField
          label={t('language')}
          value={value.language}
          options={(['en', 'ko'] as const).map((language) => ({ value: language, label: t(language) }))}
          onChange={(event) => set({ ...changes, language: event.target.value })}
        />
      </div>
    </SettingsForm>
  );
}

function useCurrencies(own: string) {
  const { locale } = useFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    return withOwn(Intl.supportedValuesOf('currency'), own).map((code) => ({
      value: code,
      label: `${code} · ${names.of(code) ?? code}`,
    }));
  }, [locale, own]);
}

function useTimeZones(own: string) {
  return useMemo(
    () =>
      withOwn(Intl.supportedValuesOf('timeZone'), own).map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
      })),
    [own],
  );
}

/** Adds the store's own value, which this browser may not know. */
const withOwn = (known: readonly string[], own: string) => (known.includes(own) ? known : [own, ...known]);
