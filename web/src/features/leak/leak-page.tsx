'use client';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { leakWords } from './words.en';

export function LeakPage() {
  const t = useWords(leakWords);
  return (
    <Page title={t('title')}>
      <SkeletonCard lines={6} />
    </Page>
  );
}
