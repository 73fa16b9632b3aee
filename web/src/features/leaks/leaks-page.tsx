'use client';
import { Search, Wallet } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { Suspense, useCallback, useMemo, useState } from 'react';
import type { Schema } from '@/api/client';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { useHref } from '@/shell/shell';
import { Button, buttonClass } from '@/ui/button';
import { Page } from '@/ui/page';
import { Skeleton, SkeletonCard } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { FilterBar } from './filter-bar';
import { countOf, type Filters, filtersOf, isFiltered, noFilters, queryOf, verdicts } from './filters';
import { FindingList } from './finding-list';
import { useDismissal } from './use-dismissal';
import { useFindings } from './use-findings';
import { leaksWords } from './words.en';

const DismissDialog = dynamic(() => import('./dismiss-dialog').then((module) => module.DismissDialog), { ssr: false });

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
      // Asked again before this page knows of the first answer, it is one request.
      void fetchNextPage({ cancelRefetch: false });
    }
  }, [isFetching, fetchNextPage]);
  return (
    <Page title={t('title')} lead={findings.data ? <Lead counts={counts} /> : <Skeleton className="mt-1 h-4 w-64" />}>
      <FilterBar filters={filters} onChange={change} />
      {findings.data ? (
        items.length > 0 ? (
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
        ) : (
          <Nothing filters={filters} onClear={() => change(noFilters)} />
        )
      ) : findings.error ? (
        <ErrorState error={findings.error} retry={() => void findings.refetch()} />
      ) : (
        <SkeletonCard lines={12} />
      )}
      {findings.isFetchingNextPage && (
        <p role="status" className="text-center text-muted">
          {t('loadingMore')}
        </p>
      )}
    </Page>
  );
}

/** Vendors and amounts are not in the counts, so that with them nothing is said. */
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

/** Which of the list are chosen, the bar that says so, and the dialog that dismisses them. */
function ChosenFindings({
  items,
  children,
}: {
  items: readonly Schema<'FindingListItem'>[];
  children: (
    chosen: ReadonlySet<string>,
    onChoose: (id: string, isChosen: boolean) => void,
    onDismiss: () => void,
  ) => React.ReactNode;
}) {
  const t = useWords(leaksWords);
  const [wanted, choose] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, ask] = useState(false);
  const dismissal = useDismissal();
  // What has left the list is not chosen any more.
  const chosen = useMemo(
    () => new Set(items.filter((item) => wanted.has(item.id) && isOpen(item)).map((item) => item.id)),
    [items, wanted],
  );
  const onChoose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) {
      next.add(id);
    } else {
      next.delete(id);
    }

    choose(next);
  };
  const single = chosen.size === 1 ? items.find((item) => chosen.has(item.id)) : undefined;
  const open = items.filter(isOpen);
  return (
    <>
      {children(chosen, onChoose, () => ask(chosen.size > 0))}
      {chosen.size > 0 && (
        <div className="sticky bottom-4 z-10 flex justify-center max-md:bottom-20">
          <div className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-card py-2 pr-2 pl-4 shadow-lg">
            <span role="status" className="tabular mr-2 font-semibold">
              {t('chosen', { n: chosen.size })}
            </span>
            {chosen.size < open.length && (
              <Button kind="plain" onClick={() => choose(new Set(open.map((item) => item.id)))}>
                {t('chooseAll')}
              </Button>
            )}
            <Button kind="plain" onClick={() => choose(new Set())}>
              {t('clearChosen')}
            </Button>
            <Button kind="primary" onClick={() => ask(true)}>
              {t('dismiss')}
            </Button>
          </div>
        </div>
      )}
      {isAsking && (
        <DismissDialog
          count={chosen.size}
          vendor={single?.vendor}
          isBusy={dismissal.isPending}
          onClose={() => ask(false)}
          onDismiss={(reason) =>
            dismissal.mutate({ ids: [...chosen], dismissal: reason }, { onSuccess: () => ask(false) })
          }
        />
      )}
    </>
  );
}

function isOpen(item: Schema<'FindingListItem'>): boolean {
  return item.state === 'OPEN' || item.state === 'REOPENED';
}
