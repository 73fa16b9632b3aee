'use client';
import type { FormEvent, ReactNode } from 'react';
import { ApiError } from '@/api/error';
import { useMayChange } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { settingsWords } from './words.en';

/** A card of settings that are saved together. Its button keeps its place when there is nothing to save. */
export function SettingsForm({
  title,
  help,
  isChanged,
  isSaving,
  error,
  onSave,
  onDiscard,
  children,
}: {
  title: string;
  help: string;
  isChanged: boolean;
  isSaving: boolean;
  error: Error | null;
  onSave: () => void;
  onDiscard: () => void;
  children: ReactNode;
}) {
  const t = useWords(settingsWords);
  const mayChange = useMayChange();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) {
      onSave();
    }
  };
  const failure = error instanceof ApiError ? error : null;
  return (
    <Card>
      <CardHeader title={title} detail={help} />
      <form onSubmit={save} noValidate className="flex flex-col gap-4">
        <fieldset disabled={!mayChange} className="contents">
          {children}
        </fieldset>
        {error && <Banner kind="critical">{failure?.status === 412 ? t('conflict') : error.message}</Banner>}
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={isSaving} disabled={!isChanged}>
              {t('save')}
            </Button>
            {isChanged && <Button onClick={onDiscard}>{t('discard')}</Button>}
          </div>
        )}
      </form>
    </Card>
  );
}
