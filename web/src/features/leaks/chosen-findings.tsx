'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo, useState } from 'react';
import type { Schema } from '@/api/client';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { useDismissal } from './use-dismissal';
import { leaksWords } from './words.en';

const DismissDialog = dynamic(() => import('./dismiss-dialog').then((module) => module.DismissDialog), { ssr: false });

type Item = Schema<'FindingListItem'>;

/** The selection in a list of findings, the bar that shows it, and the dialog that dismisses it. */
export function ChosenFindings({
  items,
  children,
}: {
  items: readonly Item[];
  children: (
    chosen: ReadonlySet<string>,
    onChoose: (id: string, isChosen: boolean) => void,
    onDismiss: () => void,
  ) => ReactNode;
}) {
  const [wanted, choose] = useState<ReadonlySet<string>>(new Set());
  const [isDialogOpen, openDialog] = useState(false);
  const dismissal = useDismissal();
  // Findings that left the list are no longer selected.
  const chosen = useMemo(
    () => new Set(items.filter((item) => wanted.has(item.id) && isOpen(item)).map((item) => item.id)),
    [items, wanted],
  );
  const onChoose = (id: string, isChosen: boolean) => choose(withMember(chosen, id, isChosen));
  const single = chosen.size === 1 ? items.find((item) => chosen.has(item.id)) : undefined;
  return (
    <>
      {children(chosen, onChoose, () => openDialog(chosen.size > 0))}
      {chosen.size > 0 && (
        <ChosenBar items={items} count={chosen.size} onChoose={choose} onDismiss={() => openDialog(true)} />
      )}
      {isDialogOpen && (
        <DismissDialog
          count={chosen.size}
          vendor={single?.vendor}
          isBusy={dismissal.isPending}
          onClose={() => openDialog(false)}
          onDismiss={(reason) =>
            dismissal.mutate({ ids: [...chosen], dismissal: reason }, { onSuccess: () => openDialog(false) })
          }
        />
      )}
    </>
  );
}

function ChosenBar({
  items,
  count,
  onChoose,
  onDismiss,
}: {
  items: readonly Item[];
  count: number;
  onChoose: (ids: ReadonlySet<string>) => void;
  onDismiss: () => void;
}) {
  const t = useWords(leaksWords);
  const open = items.filter(isOpen);
  return (
    <div className="sticky bottom-4 z-10 flex justify-center max-md:bottom-20">
      <div className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-card py-2 pr-2 pl-4 shadow-lg">
        <span role="status" className="tabular mr-2 font-semibold">
          {t('chosen', { n: count })}
        </span>
        {count < open.length && (
          <Button kind="plain" onClick={() => onChoose(new Set(open.map((item) => item.id)))}>
            {t('chooseAll')}
          </Button>
        )}
        <Button kind="plain" onClick={() => onChoose(new Set())}>
          {t('clearChosen')}
        </Button>
        <Button kind="primary" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      </div>
    </div>
  );
}

function withMember(ids: ReadonlySet<string>, id: string, isMember: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isMember) {
    next.add(id);
  } else {
    next.delete(id);
  }

  return next;
}

function isOpen(item: Item): boolean {
  return item.state === 'OPEN' || item.state === 'REOPENED';
}
