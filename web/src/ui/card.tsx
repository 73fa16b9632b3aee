import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

export function Card({ className, flush = false, ...rest }: ComponentProps<'section'> & { flush?: boolean }) {
  return (
    <section
      {...rest}
      className={clsx(
        'rounded-card border border-line bg-card shadow-card',
        flush ? 'overflow-hidden' : 'p-4 sm:p-5',
        className,
      )}
    />
  );
}

export function CardHeader({
  title,
  detail,
  actions,
  id,
}: {
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
  id?: string;
}) {
  return (
    <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <div>
        <h2 id={id} className="font-semibold text-[15px] leading-6">
          {title}
        </h2>
        {detail && <p className="text-muted">{detail}</p>}
      </div>
      {actions}
    </div>
  );
}
