'use client';
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale } from '@/i18n/language';
import { ApiError } from './error';
import { useMe, useShop } from './shop';

const MaxTries = 2;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < MaxTries && (!(error instanceof ApiError) || error.isPassing),
        retryDelay: (failures, error) =>
          (error instanceof ApiError && error.retryAfterSeconds ? error.retryAfterSeconds : 0.5 * 2 ** failures) * 1000,
        // Without a network a query fails and the page says why, instead of waiting silently.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/**
 * Queries the current store once that is known. Its key is [shop id, ...key, language], since responses contain
 * sentences.
 */
export function useShopQuery<T>(
  key: readonly unknown[],
  load: (shopId: string, signal: AbortSignal) => Promise<T>,
  options: { refetchInterval?: (data: T | undefined) => number | false; enabled?: boolean; staleTime?: number } = {},
) {
  const me = useMe();
  const shop = useShop();
  const { apiLanguage } = useLocale();
  const { refetchInterval, enabled = true, ...rest } = options;
  const query = useQuery<T, Error>({
    queryKey: [shop?.id, ...key, apiLanguage],
    queryFn: ({ signal }) => load(shop?.id ?? '', signal),
    enabled: shop !== undefined && enabled,
    refetchInterval: refetchInterval && (({ state }) => refetchInterval(state.data)),
    ...rest,
  });
  // Without the store there is no query to send: then loading the store is what failed and what is retried.
  const { error, refetch, isFetching } = shop === undefined && me.error ? me : query;
  return { data: query.data, error, refetch, isFetching };
}

/** Reloads everything shown about the store: one change affects sums, lists and details alike. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  const shop = useShop();
  return () => client.invalidateQueries({ queryKey: [shop?.id] });
}
