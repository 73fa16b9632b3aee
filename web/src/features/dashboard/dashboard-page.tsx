'use client';
import { useDeferredValue, useMemo } from 'react';
import { answer, api } from '@/api/client';
import { useShopQuery } from '@/api/queries';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState, QueryBoundary } from '@/ui/states';
import { useIsDrawn } from '@/ui/use-is-drawn';
import { FigureTiles } from './figure-tiles';
import { figures } from './figures';
import { Deadlines, Questions, TopLeaks } from './lists';
import { SetupGuide } from './setup-guide';
import { SpendCard, SpendSkeleton } from './spend-card';
import { dashboardWords } from './words.en';

export function DashboardPage() {
  const t = useWords(dashboardWords);
  const summary = useShopQuery(['summary'], (shopId, signal) =>
    answer(api.GET('/v1/shops/{shopId}/summary', { params: { path: { shopId } }, signal })),
  );
  const sums = useMemo(() => summary.data && figures(summary.data), [summary.data]);
  // The sentence renders first; everything below it may render later.
  const below = useDeferredValue(summary.data);
  const sumsBelow = useDeferredValue(sums);
  const isDrawn = useIsDrawn(summary.data !== undefined || summary.error !== null);
  return (
    <Page
      title={t('title')}
      lead={
        <span className="block min-h-12 text-text sm:min-h-6">
          {summary.data && sums ? (
            <Hero sums={sums} isEmpty={summary.data.spend.length === 0 && summary.data.findings.length === 0} />
          ) : (
            !summary.error && <Skeleton className="mt-1 h-4 w-80 max-w-full" />
          )}
        </span>
      }
    >
      {summary.error && !summary.data && <ErrorState error={summary.error} retry={() => void summary.refetch()} />}
      {isDrawn && <SetupGuide />}
      <FigureTiles sums={sumsBelow} />
      <div className="grid items-start gap-4 min-[960px]:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <TopLeaks isEnabled={isDrawn} />
        <div className="flex flex-col gap-4">
          <Questions isEnabled={isDrawn} />
          <Deadlines isEnabled={isDrawn} today={below?.asOf} />
        </div>
      </div>
      {(summary.data || !summary.error) && (
        <QueryBoundary query={{ ...summary, data: below }} skeleton={<SpendSkeleton />}>
          {(data) => <SpendCard summary={data} />}
        </QueryBoundary>
      )}
    </Page>
  );
}

/** The summary in one sentence. */
function Hero({ sums, isEmpty }: { sums: ReturnType<typeof figures>; isEmpty: boolean }) {
  const t = useWords(dashboardWords);
  const { money, list } = useFormat();
  if (isEmpty) {
    return t('heroEmpty');
  }

  const amounts = (kind: 'claim' | 'risk') => list(sums[kind].sums.map((sum) => money(sum.amount, sum.currency)));
  const leaks = sums.claim.count + sums.risk.count;
  const parts = [leaks === 0 ? t('heroNone') : t('heroLeaks', { n: leaks })];
  if (sums.claim.sums.length > 0) {
    parts.push(t('heroClaim', { amounts: amounts('claim') }));
  }

  if (sums.risk.sums.length > 0) {
    parts.push(t('heroRisk', { amounts: amounts('risk') }));
  }

  const questions = sums.questions.count > 0 ? `; ${t('heroQuestions', { n: sums.questions.count })}` : '';
  return `${parts.join(', ')}${questions}.`;
}
