import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface TimelineEntry {
  id: string;
  when: string;
  what: ReactNode;
  amount?: ReactNode;
  /** Marks the entry that the page is about. */
  mark?: string;
}

/** Events in order, with the marked one ringed. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry) => (
        <li key={entry.id} className="group relative grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-3 pb-3 last:pb-0">
          <span aria-hidden className="absolute top-4 -bottom-1 left-[9.5px] w-px bg-line group-last:hidden" />
          <span aria-hidden className="z-10 mt-1 flex justify-center">
            <span
              className={clsx(
                'rounded-full',
                entry.mark ? 'size-3 bg-leak outline-2 outline-leak/40 outline-offset-2' : 'mt-0.5 size-2 bg-control',
              )}
            />
          </span>
          <div className="min-w-0">
            <p className={entry.mark ? 'font-semibold' : undefined}>{entry.what}</p>
            <p className="text-muted text-xs">
              {entry.when}
              {entry.mark && <span className="font-medium text-leak"> · {entry.mark}</span>}
            </p>
          </div>
          <div className={clsx('text-right', entry.mark && 'font-semibold')}>{entry.amount}</div>
        </li>
      ))}
    </ol>
  );
}
