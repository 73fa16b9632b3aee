'use client';
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

const Remembered = 'lw.shop';

export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => answer(api.GET('/v1/me', { signal })),
    staleTime: 5 * 60_000,
  });
}

/** False for view-only roles: the page offers them no changes, and the api refuses any. */
export function useMayChange(): boolean {
  const { data } = useMe();
  return data?.role !== 'AGENCY_VIEWER';
}

/** The current store: the one chosen before, otherwise the first of the session. Undefined until it is known. */
export function useShop(): Schema<'ShopView'> | undefined {
  const { data } = useMe();
  return data === undefined ? undefined : chosenOf(data.shops);
}

function chosenOf(shops: readonly Schema<'ShopView'>[]) {
  const id = typeof window === 'undefined' ? null : window.localStorage.getItem(Remembered);
  return shops.find((shop) => shop.id === id) ?? shops[0];
}
