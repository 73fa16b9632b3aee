'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { useShop } from '@/api/shop';
import { failures, isWorking, working } from '@/features/progress/stages';

export type Show = 'all' | 'working' | 'failed';

const PerPage = 50;
const PollMs = 1_500;

/** The list, polled while a document in it is being processed. */
export function useDocuments(show: Show, isUploading: boolean) {
  const shop = useShop();
  return useInfiniteQuery({
    queryKey: [shop?.id, 'documents', show],
    enabled: shop !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/shops/{shopId}/documents', {
          params: {
            path: { shopId: shop?.id ?? '' },
            query: { cursor: pageParam, limit: PerPage, state: statesOf(show) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => (isUploading || state.data?.pages.some(hasWorking) === true) && PollMs,
  });
}

const hasWorking = (page: Schema<'PageOfDocumentListItem'>) => page.items.some((item) => isWorking(item.state));

function statesOf(show: Show): Schema<'DocumentState'>[] | undefined {
  const states = { all: undefined, working, failed: failures }[show];
  return states && [...states];
}
