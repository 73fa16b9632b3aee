'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Schema } from '@/api/client';
import { useMe, useShop } from '@/api/shop';
import { useLocale } from '@/i18n/language';
import { type Filters, queryOf, statesOf, verdicts } from './filters';

type Verdict = Schema<'Verdict'>;

interface Position {
  /** Index among the requested verdicts. */
  group: number;
  cursor: string | undefined;
}

/** The first page is small to appear quickly; later pages have the largest size that the api allows. */
const PageSize = { first: 100, further: 200 };

const First: Position = { group: 0, cursor: undefined };

/** The findings that match a filter, page by page, grouped in the order of what to do. */
export function useFindings(filters: Filters) {
  const me = useMe();
  const shopId = useShop()?.id;
  const { apiLanguage } = useLocale();
  const groups = filters.verdicts.length > 0 ? filters.verdicts : verdicts;
  const query = useInfiniteQuery({
    queryKey: [shopId, 'findings', 'list', queryOf(filters), apiLanguage],
    enabled: shopId !== undefined,
    initialPageParam: First,
    queryFn: ({ pageParam, signal }) => loadUntilFound(shopId ?? '', filters, groups, pageParam, signal),
    getNextPageParam: (page) => page.next,
    // The previous list stays visible until the new one has loaded.
    placeholderData: (before) => before,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const failed = shopId === undefined && me.error ? { error: me.error, refetch: me.refetch } : {};
  return { ...query, ...failed, items, counts: query.data?.pages[0]?.counts ?? [] };
}

function positionAfter(at: Position, cursor: string | null, groups: number): Position | null {
  if (cursor !== null) {
    return { group: at.group, cursor };
  }

  return at.group + 1 < groups ? { group: at.group + 1, cursor: undefined } : null;
}

/** A page of the next group that has findings: an empty page would look like the end of the list. */
async function loadUntilFound(
  shopId: string,
  filters: Filters,
  groups: readonly Verdict[],
  from: Position,
  signal: AbortSignal,
) {
  for (let at = from; ; at = { group: at.group + 1, cursor: undefined }) {
    const verdict = groups[at.group];
    const page = await answer(
      api.GET('/v1/shops/{shopId}/findings', {
        params: {
          path: { shopId },
          query: {
            status: statesOf(filters.status),
            verdict: verdict ? [verdict] : [],
            type: filters.types.length > 0 ? filters.types : undefined,
            vendor: filters.vendor ?? undefined,
            minimumAmount: filters.minimum ?? undefined,
            sort: filters.sort,
            cursor: at.cursor,
            limit: from === First ? PageSize.first : PageSize.further,
          },
        },
        signal,
      }),
    );
    const next = positionAfter(at, page.nextCursor, groups.length);
    if (page.items.length > 0 || next === null || page.nextCursor !== null) {
      return { items: page.items, counts: page.counts, next };
    }
  }
}
