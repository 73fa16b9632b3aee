'use client';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { documentWords } from './words.en';

export function DocumentPage() {
  const t = useWords(documentWords);
  return (
    <Page title={t('title')}>
      <SkeletonCard lines={6} />
    </Page>
  );
}
