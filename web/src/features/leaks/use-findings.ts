'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Schema } from '@/api/client';
import { useMe, useShop } from '@/api/shop';
import { useLocale } from '@/i18n/language';
import { type Filters, queryOf, statesOf, verdicts } from './filters';

type Verdict = Schema<'Verdict'>;

interface At {
  /** Its place among the verdicts that are asked for. */
  group: number;
  cursor: string | undefined;
}

/** Soon on the screen first; then the most that the api gives, as whoever goes on has far to go. */
const PageSize = { first: 100, further: 200 };

const First: At = { group: 0, cursor: undefined };

/** All findings of a filter, group after group in the order of what to do, a page at a time. */
export function useFindings(filters: Filters) {
  const me = useMe();
  const shopId = useShop()?.id;
  const { apiLanguage } = useLocale();
  const groups = filters.verdicts.length > 0 ? filters.verdicts : verdicts;
  const query = useInfiniteQuery({
    queryKey: [shopId, 'findings', 'list', queryOf(filters), apiLanguage],
    enabled: shopId !== undefined,
    initialPageParam: First,
    queryFn: ({ pageParam, signal }) => askUntilFound(shopId ?? '', filters, groups, pageParam, signal),
    getNextPageParam: (page) => page.next,
    // The list of another filter stays in sight until the new one is here.
    placeholderData: (before) => before,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const failed = shopId === undefined && me.error ? { error: me.error, refetch: me.refetch } : {};
  return { ...query, ...failed, items, counts: query.data?.pages[0]?.counts ?? [] };
}

/** A page, or the first of the next groups that has any: an empty page would look like the end. */
async function askUntilFound(
  shopId: string,
  filters: Filters,
  groups: readonly Verdict[],
  from: At,
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
    const next: At | null =
      page.nextCursor !== null
        ? { group: at.group, cursor: page.nextCursor }
        : at.group + 1 < groups.length
          ? { group: at.group + 1, cursor: undefined }
          : null;
    if (page.items.length > 0 || next === null || page.nextCursor !== null) {
      return { items: page.items, counts: page.counts, next };
    }
  }
}
