'use client';
import { useMutation } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { ApiError } from '@/api/error';
import { useRefresh } from '@/api/queries';
import { useShop } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { useToast } from '@/ui/toast';
import { uiWords } from '@/ui/words.en';
import { leaksWords } from './words.en';

export type DismissReason = Extract<Schema<'StateReason'>, 'NOT_A_LEAK' | 'NORMAL' | 'TOO_SMALL' | 'OTHER'>;

export interface Dismissal {
  reason: DismissReason;
  note: string | null;
  remember: boolean;
}

/** What the api takes in one request. */
const MaxFindingsPerRequest = 200;
const MaxConcurrentRequests = 4;

/** Dismisses findings, says how many, and offers to take it back. */
export function useDismissal() {
  const shopId = useShop()?.id ?? '';
  const refresh = useRefresh();
  const toast = useToast();
  const t = useWords(leaksWords);
  const ui = useWords(uiWords);

  const undo = async (ids: readonly string[]) => {
    const waiting = [...ids];
    let undone = 0;
    const work = async () => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        await answer(
          api.POST('/v1/shops/{shopId}/findings/{findingId}/reopen', { params: { path: { shopId, findingId: id } } }),
        );
        undone += 1;
      }
    };
    const failures = (await Promise.allSettled(Array.from({ length: MaxConcurrentRequests }, work))).filter(
      (result) => result.status === 'rejected',
    );
    await refresh();
    const [failure] = failures;
    if (failure) {
      toast({ text: textOf(failure.reason, ui('failedOther')), isError: true });
    } else {
      toast({ text: t('undone', { n: undone }) });
    }
  };

  return useMutation({
    mutationFn: async ({ ids, dismissal }: { ids: readonly string[]; dismissal: Dismissal }) => {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) {
        await answer(
          api.POST('/v1/shops/{shopId}/findings/{findingId}/dismiss', {
            params: { path: { shopId, findingId: only } },
            body: dismissal,
          }),
        );
        return { dismissed: [only], refused: 0 };
      }

      const dismissed: string[] = [];
      let refused = 0;
      for (let first = 0; first < ids.length; first += MaxFindingsPerRequest) {
        const part = await answer(
          api.POST('/v1/shops/{shopId}/findings/dismiss', {
            params: { path: { shopId } },
            body: {
              findingIds: ids.slice(first, first + MaxFindingsPerRequest),
              reason: dismissal.reason,
              note: dismissal.note,
            },
          }),
        );
        dismissed.push(...part.dismissed);
        refused += part.refused.length;
      }

      return { dismissed, refused };
    },
    onSuccess: ({ dismissed, refused }) => {
      toast({
        text:
          refused > 0
            ? `${t('dismissed', { n: dismissed.length })}. ${t('someRefused', { n: refused })}`
            : t('dismissed', { n: dismissed.length }),
        action: dismissed.length > 0 ? { label: ui('undo'), run: () => void undo(dismissed) } : undefined,
      });
    },
    onError: (error) => toast({ text: textOf(error, ui('failedOther')), isError: true }),
    onSettled: refresh,
  });
}

function textOf(error: unknown, otherwise: string): string {
  return error instanceof ApiError ? error.message : otherwise;
}
