import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** `caption` is the name for screen readers. A table that is too wide scrolls sideways on its own. */
export function Table({ caption, children, className }: { caption: string; children: ReactNode; className?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className={clsx('w-full border-collapse text-left', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

interface CellProps {
  /** Numbers are aligned to the right. */
  isNumber?: boolean;
}

export function Th({ isNumber, className, ...rest }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx(
        'whitespace-nowrap border-line border-b px-3 py-2 font-medium text-muted text-xs first:pl-4 last:pr-4',
        isNumber && 'text-right',
        className,
      )}
    />
  );
}

export function Td({ isNumber, className, ...rest }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      {...rest}
      className={clsx(
        'border-line border-b px-3 py-2.5 align-top first:pl-4 last:pr-4',
        isNumber && 'tabular whitespace-nowrap text-right',
        className,
      )}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={clsx('last:[&>td]:border-b-0', className)} />;
}
