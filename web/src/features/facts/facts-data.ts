'use client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { useRefresh, useShopQuery } from '@/api/queries';
import { useShop } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { useToast } from '@/ui/toast';
import { factsWords } from './words.en';

export type Fact = Schema<'FactView'>;

const PerPage = 50;

export function useFacts(kind: Schema<'FactKind'>) {
  const shop = useShop();
  return useInfiniteQuery({
    queryKey: [shop?.id, 'facts', kind],
    enabled: shop !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/shops/{shopId}/facts', {
          params: { path: { shopId: shop?.id ?? '' }, query: { kind: [kind], cursor: pageParam, limit: PerPage } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** The names of the store's vendors, to choose from while typing. */
export function useVendorNames(): string[] {
  const vendors = useShopQuery(
    ['vendors', 'names'],
    (shopId, signal) =>
      answer(api.GET('/v1/shops/{shopId}/vendors', { params: { path: { shopId }, query: { limit: 100 } }, signal })),
    { staleTime: 60_000 },
  );
  return vendors.data?.items.map((vendor) => vendor.name) ?? [];
}

const routes = {
  CANCELLATION: '/v1/shops/{shopId}/facts/cancellations',
  PROMISED_CREDIT: '/v1/shops/{shopId}/facts/promised-credits',
  WANTED: '/v1/shops/{shopId}/facts/wanted',
  INSTALLED_APPS: '/v1/shops/{shopId}/facts/installed-apps',
  PASTED_APPS: '/v1/shops/{shopId}/facts/installed-apps/paste',
} as const;

export type NewFact =
  | { kind: 'CANCELLATION'; body: Schema<'Cancellation'> }
  | { kind: 'PROMISED_CREDIT'; body: Schema<'PromisedCredit'> }
  | { kind: 'WANTED'; body: Schema<'Wanted'> }
  | { kind: 'INSTALLED_APPS'; body: Schema<'InstalledAppsSnapshot'> }
  | { kind: 'PASTED_APPS'; body: Schema<'PastedApps'> };

function post(shopId: string, fact: NewFact) {
  // The union above pairs each route with its body; the typed client cannot see that.
  return answer(api.POST(routes[fact.kind], { params: { path: { shopId } }, body: fact.body as never }));
}

export function useAddFact() {
  const shop = useShop();
  const refresh = useRefresh();
  const toast = useToast();
  const t = useWords(factsWords);
  return useMutation({
    mutationFn: (fact: NewFact) => post(shop?.id ?? '', fact),
    onSuccess: async () => {
      await refresh();
      toast({ text: t('added') });
    },
  });
}

/** Removes a fact and offers to add it again. */
export function useRemoveFact() {
  const shop = useShop();
  const refresh = useRefresh();
  const toast = useToast();
  const t = useWords(factsWords);
  const add = useAddFact();
  return useMutation({
    mutationFn: (fact: Fact) =>
      answer(
        api.DELETE('/v1/shops/{shopId}/facts/{factId}', {
          params: { path: { shopId: shop?.id ?? '', factId: fact.id } },
        }),
      ),
    onSuccess: async (_, fact) => {
      const again = newOf(fact);
      await refresh();
      toast({
        text: t('removed'),
        action: again ? { label: t('undo'), run: () => add.mutate(again) } : undefined,
      });
    },
    onError: (error) => toast({ text: error.message, isError: true }),
  });
}

function newOf(fact: Fact): NewFact | null {
  if (fact.cancellation) {
    return { kind: 'CANCELLATION', body: fact.cancellation };
  }

  if (fact.promisedCredit) {
    return { kind: 'PROMISED_CREDIT', body: fact.promisedCredit };
  }

  if (fact.wanted) {
    return { kind: 'WANTED', body: fact.wanted };
  }

  return fact.installedApps ? { kind: 'INSTALLED_APPS', body: fact.installedApps } : null;
}
