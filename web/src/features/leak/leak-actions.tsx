'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { useMayChange } from '@/api/shop';
import { useDismissal } from '@/features/leaks/use-dismissal';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { uiWords } from '@/ui/words.en';
import { useMove } from './use-move';
import { leakWords } from './words.en';

const DismissDialog = dynamic(() => import('@/features/leaks/dismiss-dialog').then((module) => module.DismissDialog), {
  ssr: false,
});

export function LeakActions({ finding }: { finding: Schema<'FindingView'> }) {
  const t = useWords(leakWords);
  const ui = useWords(uiWords);
  const toast = useToast();
  const move = useMove(finding.id);
  const dismissal = useDismissal();
  const [isDialogOpen, openDialog] = useState(false);
  const mayChange = useMayChange();
  if (!mayChange) {
    return null;
  }

  const isClosed = finding.state === 'DISMISSED' || finding.state === 'RESOLVED';
  const reopen = () => move.mutate({ kind: 'reopen' }, { onSuccess: () => toast({ text: t('reopened') }) });
  const settle = () =>
    move.mutate(
      { kind: 'resolve' },
      {
        onSuccess: () =>
          toast({ text: t('resolved'), action: { label: ui('undo'), run: () => move.mutate({ kind: 'reopen' }) } }),
      },
    );
  return (
    <>
      {!isClosed && <Button onClick={() => openDialog(true)}>{t('dismiss')}</Button>}
      {/* One button that changes its label, so that it keeps the keyboard focus. */}
      <Button busy={move.isPending} onClick={isClosed ? reopen : settle}>
        {t(isClosed ? 'reopen' : 'resolve')}
      </Button>
      {isDialogOpen && (
        <DismissDialog
          count={1}
          vendor={finding.vendor}
          isBusy={dismissal.isPending}
          onClose={() => openDialog(false)}
          onDismiss={(reason) =>
            dismissal.mutate({ ids: [finding.id], dismissal: reason }, { onSuccess: () => openDialog(false) })
          }
        />
      )}
    </>
  );
}
