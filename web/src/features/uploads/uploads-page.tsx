'use client';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { uploadsWords } from './words.en';

export function UploadsPage() {
  const t = useWords(uploadsWords);
  return (
    <Page title={t('title')}>
      <SkeletonCard lines={6} />
    </Page>
  );
}
