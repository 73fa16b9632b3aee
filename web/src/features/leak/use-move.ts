'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { ApiError } from '@/api/error';
import { useRefresh } from '@/api/queries';
import { useShop } from '@/api/shop';
import { useLocale, useWords } from '@/i18n/language';
import { useToast } from '@/ui/toast';
import { uiWords } from '@/ui/words.en';

export type Move = { kind: 'resolve' } | { kind: 'reopen' } | { kind: 'answer'; body: Schema<'AnswerRequest'> };

/** Decides one finding. The page shows the response at once, while sums and lists are reloaded. */
export function useMove(findingId: string) {
  const shopId = useShop()?.id ?? '';
  const client = useQueryClient();
  const { apiLanguage } = useLocale();
  const refresh = useRefresh();
  const toast = useToast();
  const ui = useWords(uiWords);
  return useMutation({
    mutationFn: (move: Move) => {
      const params = { path: { shopId, findingId } };
      switch (move.kind) {
        case 'resolve':
          return answer(api.POST('/v1/shops/{shopId}/findings/{findingId}/resolve', { params, body: { note: null } }));
        case 'reopen':
          return answer(api.POST('/v1/shops/{shopId}/findings/{findingId}/reopen', { params }));
        case 'answer':
          return answer(api.POST('/v1/shops/{shopId}/findings/{findingId}/answer', { params, body: move.body }));
      }
    },
    onSuccess: (finding) => client.setQueryData([shopId, 'finding', findingId, apiLanguage], finding),
    onError: (error) =>
      toast({
        text: error instanceof ApiError && error.status < 500 ? error.message : ui('failedOther'),
        isError: true,
      }),
    onSettled: refresh,
  });
}
