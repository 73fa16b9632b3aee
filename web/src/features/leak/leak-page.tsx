'use client';
import { SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { answer, api } from '@/api/client';
import { ApiError } from '@/api/error';
import { useShopQuery } from '@/api/queries';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { buttonClass } from '@/ui/button';
import { Page } from '@/ui/page';
import { Skeleton, SkeletonCard } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { LeakView } from './leak-view';
import { leakWords } from './words.en';

export function LeakPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Leak />
    </Suspense>
  );
}

function Leak() {
  const t = useWords(leakWords);
  const id = useSearchParams().get('id') ?? '';
  const finding = useShopQuery(['finding', id], (shopId, signal) =>
    answer(api.GET('/v1/shops/{shopId}/findings/{findingId}', { params: { path: { shopId, findingId: id } }, signal })),
  );
  if (finding.data) {
    return <LeakView finding={finding.data} />;
  }

  if (!finding.error) {
    return <Loading />;
  }

  const isMissing = finding.error instanceof ApiError && (finding.error.status === 404 || finding.error.status === 400);
  return (
    <Page title={t('title')} back={{ to: pages.leaks(), label: t('back') }}>
      {isMissing ? (
        <EmptyState
          picture={<SearchX aria-hidden className="size-7 text-muted" />}
          title={t('notFoundTitle')}
          action={
            <Link to={pages.leaks()} className={buttonClass()}>
              {t('back')}
            </Link>
          }
        >
          {t('notFoundText')}
        </EmptyState>
      ) : (
        <ErrorState error={finding.error} retry={() => void finding.refetch()} />
      )}
    </Page>
  );
}

function Loading() {
  const t = useWords(leakWords);
  return (
    <Page
      title={t('title')}
      back={{ to: pages.leaks(), label: t('back') }}
      lead={<Skeleton className="mt-1 h-4 w-72" />}
    >
      <div className="grid items-start gap-4 min-[960px]:grid-cols-2">
        <div className="flex flex-col gap-4">
          <SkeletonCard lines={5} />
          <SkeletonCard lines={4} />
        </div>
        <SkeletonCard lines={10} />
      </div>
    </Page>
  );
}
