import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type BannerKind = 'info' | 'success' | 'warning' | 'critical';

const looks: Record<BannerKind, { icon: LucideIcon; tint: string; color: string }> = {
  info: { icon: Info, tint: 'bg-watch-tint border-watch/25', color: 'text-watch' },
  success: { icon: CircleCheck, tint: 'bg-confirmed-tint border-confirmed/25', color: 'text-confirmed' },
  warning: { icon: TriangleAlert, tint: 'bg-evidence-tint border-evidence/30', color: 'text-evidence' },
  critical: { icon: CircleAlert, tint: 'bg-leak-tint border-leak/25', color: 'text-leak' },
};

/** A message about an area: what happened and what to do. Screen readers announce critical ones immediately. */
export function Banner({
  kind = 'info',
  title,
  children,
  actions,
  className,
}: {
  kind?: BannerKind;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  const { icon: Icon, tint, color } = looks[kind];
  return (
    <div
      role={kind === 'critical' ? 'alert' : 'status'}
      className={clsx('flex items-start gap-3 rounded-card border px-4 py-3', tint, className)}
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', color)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
