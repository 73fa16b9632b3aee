'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { useRefresh, useShopQuery } from '@/api/queries';
import { useShop } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { useToast } from '@/ui/toast';
import { settingsWords } from './words.en';

type Tagged<T> = T & { tag: string | undefined };

export function useStore() {
  return useShopQuery<Tagged<Schema<'ShopView'>>>(['settings', 'store'], async (shopId, signal) => {
    const { data, response } = await api.GET('/v1/shops/{shopId}', { params: { path: { shopId } }, signal });
    return { ...(data as Schema<'ShopView'>), tag: response.headers.get('ETag') ?? undefined };
  });
}

export function useOrganization() {
  return useShopQuery<Tagged<Schema<'OrganizationView'>>>(['settings', 'organization'], async (_, signal) => {
    const { data, response } = await api.GET('/v1/organization', { signal });
    return { ...(data as Schema<'OrganizationView'>), tag: response.headers.get('ETag') ?? undefined };
  });
}

export function useUsage() {
  return useShopQuery(['usage'], (_, signal) => answer(api.GET('/v1/organization/usage', { signal })));
}

export function useMembers() {
  return useShopQuery(['members'], (shopId, signal) =>
    answer(api.GET('/v1/shops/{shopId}/members', { params: { path: { shopId } }, signal })),
  );
}

export function useChangeStore(tag: string | undefined) {
  const shop = useShop();
  return useChange((body: Schema<'ChangeShopRequest'>) =>
    answer(
      api.PATCH('/v1/shops/{shopId}', {
        params: { path: { shopId: shop?.id ?? '' }, header: { 'If-Match': tag } },
        body,
      }),
    ),
  );
}

export function useChangeOrganization(tag: string | undefined) {
  return useChange((body: Schema<'ChangeOrganizationRequest'>) =>
    answer(api.PATCH('/v1/organization', { params: { header: { 'If-Match': tag } }, body })),
  );
}

function useChange<Body>(send: (body: Body) => Promise<unknown>) {
  const client = useQueryClient();
  const refresh = useRefresh();
  const toast = useToast();
  const t = useWords(settingsWords);
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: ['me'] }), refresh()]);
      toast({ text: t('saved') });
    },
    onError: () => refresh(),
  });
}
