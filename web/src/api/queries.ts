'use client';
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale } from '@/i18n/language';
import { ApiError } from './error';
import { useMe, useShop } from './shop';

const MostTries = 2;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < MostTries && (!(error instanceof ApiError) || error.isPassing),
        retryDelay: (failures, error) =>
          (error instanceof ApiError && error.retryAfterSeconds ? error.retryAfterSeconds : 0.5 * 2 ** failures) * 1000,
        // A device without a network is told so by our own message, not by a query that waits in silence.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** A question about the store that is looked at; it waits until the store is known. Key: [shop id, ...key, language]: what is answered may hold sentences. */
export function useShopQuery<T>(
  key: readonly unknown[],
  ask: (shopId: string, signal: AbortSignal) => Promise<T>,
  options: { refetchInterval?: (data: T | undefined) => number | false; enabled?: boolean; staleTime?: number } = {},
) {
  const me = useMe();
  const shop = useShop();
  const { asked: language } = useLocale();
  const { refetchInterval, enabled = true, ...rest } = options;
  const asked = useQuery<T, Error>({
    queryKey: [shop?.id, ...key, language],
    queryFn: ({ signal }) => ask(shop?.id ?? '', signal),
    enabled: shop !== undefined && enabled,
    refetchInterval: refetchInterval && ((query) => refetchInterval(query.state.data)),
    ...rest,
  });
  // Who does not know the store cannot ask: that is then what failed, and what is tried again.
  return shop === undefined && me.error
    ? { data: asked.data, error: me.error, refetch: me.refetch, isFetching: me.isFetching }
    : { data: asked.data, error: asked.error, refetch: asked.refetch, isFetching: asked.isFetching };
}

/** Whatever is known of the store is asked anew: one change moves sums, lists and details alike. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  const shop = useShop();
  return () => client.invalidateQueries({ queryKey: [shop?.id] });
}
