'use client';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { DocumentSheet } from './evidence/document-sheet';
import { documentWords } from './words.en';

export function DocumentPage() {
  const t = useWords(documentWords);
  return (
    <Page title={t('title')}>
      <Suspense fallback={<SkeletonCard lines={6} />}>
        <Content />
      </Suspense>
    </Page>
  );
}

function Content() {
  const id = useSearchParams().get('id') ?? '';
  return <DocumentSheet documentId={id} marks={[]} />;
}
