'use client';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { factsWords } from './words.en';

export function FactsPage() {
  const t = useWords(factsWords);
  return (
    <Page title={t('title')}>
      <SkeletonCard lines={6} />
    </Page>
  );
}
