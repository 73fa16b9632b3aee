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

/** The limit of the api. */
const MaxFindingsPerRequest = 200;
const MaxConcurrentRequests = 4;

/** Dismisses findings, reports how many, and offers to undo it. */
export function useDismissal() {
  const shopId = useShop()?.id ?? '';
  const refresh = useRefresh();
  const toast = useToast();
  const undo = useUndo();
  const t = useWords(leaksWords);
  const ui = useWords(uiWords);
  return useMutation({
    mutationFn: ({ ids, dismissal }: { ids: readonly string[]; dismissal: Dismissal }) => {
      const [id] = ids;
      return ids.length === 1 && id !== undefined
        ? dismissOne(shopId, id, dismissal)
        : dismissMany(shopId, ids, dismissal);
    },
    onSuccess: ({ dismissed, refused }) => {
      const text = t('dismissed', { n: dismissed.length });
      toast({
        text: refused > 0 ? `${text}. ${t('someRefused', { n: refused })}` : text,
        action: dismissed.length > 0 ? { label: ui('undo'), run: () => void undo(dismissed) } : undefined,
      });
    },
    onError: (error) => toast({ text: textOf(error, ui('failedOther')), isError: true }),
    onSettled: refresh,
  });
}

function useUndo() {
  const shopId = useShop()?.id ?? '';
  const refresh = useRefresh();
  const toast = useToast();
  const t = useWords(leaksWords);
  const ui = useWords(uiWords);
  return async (ids: readonly string[]) => {
    const results = await reopen(shopId, ids);
    await refresh();
    const failure = results.find((result) => result.status === 'rejected');
    if (failure) {
      toast({ text: textOf(failure.reason, ui('failedOther')), isError: true });
    } else {
      toast({ text: t('undone', { n: ids.length }) });
    }
  };
}

async function dismissOne(shopId: string, findingId: string, dismissal: Dismissal) {
  await answer(
    api.POST('/v1/shops/{shopId}/findings/{findingId}/dismiss', {
      params: { path: { shopId, findingId } },
      body: dismissal,
    }),
  );
  return { dismissed: [findingId], refused: 0 };
}

async function dismissMany(shopId: string, ids: readonly string[], { reason, note }: Dismissal) {
  const dismissed: string[] = [];
  let refused = 0;
  for (let first = 0; first < ids.length; first += MaxFindingsPerRequest) {
    const findingIds = ids.slice(first, first + MaxFindingsPerRequest);
    const part = await answer(
      api.POST('/v1/shops/{shopId}/findings/dismiss', {
        params: { path: { shopId } },
        body: { findingIds, reason, note },
      }),
    );
    dismissed.push(...part.dismissed);
    refused += part.refused.length;
  }

  return { dismissed, refused };
}

/** The api reopens findings one by one. A worker stops at its first failure. */
function reopen(shopId: string, ids: readonly string[]) {
  const waiting = [...ids];
  const work = async () => {
    for (let findingId = waiting.pop(); findingId !== undefined; findingId = waiting.pop()) {
      await answer(
        api.POST('/v1/shops/{shopId}/findings/{findingId}/reopen', { params: { path: { shopId, findingId } } }),
      );
    }
  };
  return Promise.allSettled(Array.from({ length: MaxConcurrentRequests }, work));
}

function textOf(error: unknown, otherwise: string): string {
  return error instanceof ApiError ? error.message : otherwise;
}
