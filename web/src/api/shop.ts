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

/** False for those who only look on: what changes something is not offered to them, and the api refuses it. */
export function useMayChange(): boolean {
  const { data } = useMe();
  return data?.role !== 'AGENCY_VIEWER';
}

/** The store that is looked at: the one of the sign-in, or the one chosen before where there are several. Undefined until it is known. */
export function useShop(): Schema<'ShopView'> | undefined {
  const { data } = useMe();
  return data === undefined ? undefined : chosenOf(data.shops);
}

function chosenOf(shops: readonly Schema<'ShopView'>[]) {
  const id = typeof window === 'undefined' ? null : window.localStorage.getItem(Remembered);
  return shops.find((shop) => shop.id === id) ?? shops[0];
}
