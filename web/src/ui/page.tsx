'use client';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from '@/shell/link';

/** A page: its title, a lead sentence, actions and content. */
export function Page({
  title,
  lead,
  back,
  actions,
  wide = false,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    if (typeof title === 'string') {
      document.title = `${title} · LeakWatch`;
    }
  }, [title]);
  return (
    <div className={wide ? 'mx-auto max-w-[1240px]' : 'mx-auto max-w-[1040px]'}>
      {back && (
        <Link
          to={back.to}
          className="focus-ring mb-2 -ml-1 inline-flex items-center gap-1 rounded px-1 text-muted hover:text-text"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-[720px]">
          <h1 className="font-semibold text-xl leading-7 tracking-[-0.01em]">{title}</h1>
          {lead && <div className="mt-1 text-[15px] text-muted leading-6">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <div className="flex flex-col gap-4">{children}</div>
    </div>
  );
}
