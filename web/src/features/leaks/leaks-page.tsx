'use client';
import { Search, Wallet } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { Suspense, useCallback, useMemo } from 'react';
import type { Schema } from '@/api/client';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { useHref } from '@/shell/shell';
import { Button, buttonClass } from '@/ui/button';
import { Page } from '@/ui/page';
import { Skeleton, SkeletonCard } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { ChosenFindings } from './chosen-findings';
import { FilterBar } from './filter-bar';
import { countOf, type Filters, filtersOf, isFiltered, noFilters, queryOf, verdicts } from './filters';
import { FindingList } from './finding-list';
import { useFindings } from './use-findings';
import { leaksWords } from './words.en';

export function LeaksPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Leaks />
    </Suspense>
  );
}

function Loading() {
  const t = useWords(leaksWords);
  return (
    <Page title={t('title')} lead={<Skeleton className="mt-1 h-4 w-64" />}>
      <Skeleton className="h-8 w-full max-w-xl" />
      <SkeletonCard lines={12} />
    </Page>
  );
}

function Leaks() {
  const t = useWords(leaksWords);
  const router = useRouter();
  const href = useHref();
  const query = useSearchParams();
  const filters = useMemo(() => filtersOf(new URLSearchParams(query)), [query]);
  const change = useCallback(
    (next: Filters) => router.replace(href(pages.leaks(queryOf(next))), { scroll: false }),
    [router, href],
  );
  const findings = useFindings(filters);
  const { items, counts, fetchNextPage, isFetching } = findings;
  const count = useCallback((verdict: Schema<'Verdict'>) => knownCount(counts, filters, verdict), [counts, filters]);
  const more = useCallback(() => {
    if (!isFetching) {
      // A second call before the page has rendered the first answer must not send another request.
      void fetchNextPage({ cancelRefetch: false });
    }
  }, [isFetching, fetchNextPage]);
  return (
    <Page title={t('title')} lead={findings.data ? <Lead counts={counts} /> : <Skeleton className="mt-1 h-4 w-64" />}>
      <FilterBar filters={filters} onChange={change} />
      {!findings.data && findings.error && <ErrorState error={findings.error} retry={() => void findings.refetch()} />}
      {!findings.data && !findings.error && <SkeletonCard lines={12} />}
      {findings.data && items.length === 0 && <Nothing filters={filters} onClear={() => change(noFilters)} />}
      {items.length > 0 && (
        <ChosenFindings items={items} key={queryOf({ ...filters, sort: noFilters.sort })}>
          {(chosen, onChoose, onDismiss) => (
            <FindingList
              items={items}
              total={findings.hasNextPage ? null : items.length}
              countOf={count}
              chosen={chosen}
              onChoose={onChoose}
              onDismiss={onDismiss}
              hasMore={findings.hasNextPage}
              onMore={more}
            />
          )}
        </ChosenFindings>
      )}
      {findings.isFetchingNextPage && (
        <p role="status" className="text-center text-muted">
          {t('loadingMore')}
        </p>
      )}
    </Page>
  );
}

/** Null for filters by vendor or amount, which the counts do not contain. */
function knownCount(counts: readonly Schema<'FindingCount'>[], filters: Filters, verdict: Schema<'Verdict'>) {
  return filters.vendor !== null || filters.minimum !== null ? null : countOf(counts, filters, verdict);
}

function Lead({ counts }: { counts: readonly Schema<'FindingCount'>[] }) {
  const t = useWords(leaksWords);
  const [claim = 0, decide = 0, know = 0] = verdicts.map((verdict) => countOf(counts, noFilters, verdict));
  return claim + decide + know === 0
    ? t('leadNone')
    : t('lead', {
        claim: t('toClaim', { n: claim }),
        decide: t('toDecide', { n: decide }),
        know: t('toKnow', { n: know }),
      });
}

function Nothing({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const t = useWords(leaksWords);
  return isFiltered(filters) ? (
    <EmptyState
      picture={<Search aria-hidden className="size-7 text-muted" />}
      title={t('emptyFilteredTitle')}
      action={<Button onClick={onClear}>{t('clear')}</Button>}
    >
      {t('emptyFilteredText')}
    </EmptyState>
  ) : (
    <EmptyState
      picture={<Wallet aria-hidden className="size-7 text-muted" />}
      title={t('emptyTitle')}
      action={
        <Link to={pages.uploads()} className={buttonClass('primary')}>
          {t('emptyAction')}
        </Link>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
