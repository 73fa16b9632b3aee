'use client';
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { ApiError } from '@/api/error';
import { useShopQuery } from '@/api/queries';
import { useShop } from '@/api/shop';

/** A document with the ETag that a change of it needs. */
export type TaggedDocument = Schema<'DocumentView'> & { tag: string | undefined };

export function useDocument(
  documentId: string,
  refetchInterval?: (document: TaggedDocument | undefined) => number | false,
) {
  return useShopQuery<TaggedDocument>(
    ['document', documentId],
    async (shopId, signal) => {
      const { data, response } = await api.GET('/v1/shops/{shopId}/documents/{documentId}', {
        params: { path: { shopId, documentId } },
        signal,
      });
      return { ...(data as Schema<'DocumentView'>), tag: response.headers.get('ETag') ?? undefined };
    },
    refetchInterval ? { refetchInterval } : {},
  );
}

/** The file itself, loaded once: its bytes never change, while its signed address expires. */
export function useOriginal(documentId: string, versionId: string, enabled = true) {
  const shop = useShop();
  return useQuery({
    queryKey: ['original', shop?.id, versionId],
    enabled: enabled && shop !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { url } = await answer(
        api.GET('/v1/shops/{shopId}/documents/{documentId}/download', {
          params: { path: { shopId: shop?.id ?? '', documentId }, query: { versionId } },
          signal,
        }),
      );
      const response = await fetch(url, { signal, credentials: 'omit' });
      if (!response.ok) {
        throw new ApiError(response.status, 'UNREADABLE', response.statusText);
      }

      return response.blob();
    },
  });
}

export function usePageText(documentId: string, versionId: string, page: number, enabled = true) {
  return useShopQuery(
    ['page', documentId, versionId, page],
    (shopId, signal) =>
      answer(
        api.GET('/v1/shops/{shopId}/documents/{documentId}/pages/{page}', {
          params: { path: { shopId, documentId, page }, query: { versionId } },
          signal,
        }),
      ),
    { enabled, staleTime: Number.POSITIVE_INFINITY },
  );
}
