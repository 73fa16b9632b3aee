'use client';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { ApiError } from '@/api/error';
import { isWorking } from '@/features/progress/stages';
import { useWords } from '@/i18n/language';
import { pages } from '@/shell/pages';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { DocumentContent } from './document-content';
import { useDocument } from './evidence/original';
import { PageSkeleton } from './evidence/page-skeleton';
import { documentWords } from './words.en';

export function DocumentPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Content />
    </Suspense>
  );
}

const PollMs = 1_500;

function Content() {
  const t = useWords(documentWords);
  const id = useSearchParams().get('id') ?? '';
  const document = useDocument(id, (view) => (view !== undefined && isWorking(view.state) ? PollMs : false));
  if (document.error instanceof ApiError && document.error.status === 404) {
    return (
      <Page title={t('title')} back={{ to: pages.uploads(), label: t('back') }}>
        <EmptyState title={t('notFound')}>{t('notFoundText')}</EmptyState>
      </Page>
    );
  }

  if (document.data !== undefined) {
    return <DocumentContent key={id} document={document.data} />;
  }

  if (!document.error) {
    return <Waiting />;
  }

  return (
    <Page title={t('title')} back={{ to: pages.uploads(), label: t('back') }}>
      <ErrorState error={document.error} retry={() => void document.refetch()} />
    </Page>
  );
}

function Waiting() {
  const t = useWords(documentWords);
  return (
    <Page
      wide
      title={t('title')}
      lead={<span className="invisible">{t('inProgress')}</span>}
      back={{ to: pages.uploads(), label: t('back') }}
    >
      <div className="grid items-start gap-4 min-[960px]:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="flex flex-col gap-4">
          <SkeletonCard lines={9} />
          <SkeletonCard lines={3} />
        </div>
        <PageSkeleton />
      </div>
    </Page>
  );
}
