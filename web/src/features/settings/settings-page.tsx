'use client';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { settingsWords } from './words.en';

export function SettingsPage() {
  const t = useWords(settingsWords);
  return (
    <Page title={t('title')}>
      <SkeletonCard lines={6} />
    </Page>
  );
}
