'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';

/** A name and its value. Hovering highlights its place on the page, selecting scrolls there. */
export function PlacedRow({
  name,
  isLit,
  hasPlace,
  onPoint,
  onSelect,
  mark,
  action,
  children,
}: {
  name: string;
  isLit: boolean;
  hasPlace: boolean;
  onPoint: (isPointedAt: boolean) => void;
  onSelect: () => void;
  /** Shown before the value. */
  mark?: ReactNode;
  /** Shown next to the row. */
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li
      className={clsx('flex items-center gap-1 border-line border-b last:border-b-0', isLit && 'bg-evidence-tint')}
      onPointerEnter={() => hasPlace && onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <button
        type="button"
        aria-pressed={hasPlace ? isLit : undefined}
        disabled={!hasPlace}
        onClick={onSelect}
        className={clsx(
          'focus-ring flex min-h-9 min-w-0 flex-1 items-baseline justify-between gap-4',
          'rounded px-1.5 py-1.5 text-left',
        )}
      >
        <span className="shrink-0 text-muted">{name}</span>
        <span className="flex min-w-0 items-baseline gap-2">
          {mark}
          <span
            className={clsx(
              'tabular break-words text-right',
              hasPlace && 'underline decoration-dotted decoration-evidence/70 underline-offset-4',
            )}
          >
            {children}
          </span>
        </span>
      </button>
      {action}
    </li>
  );
}
