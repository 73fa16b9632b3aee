import clsx from 'clsx';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

type ButtonKind = 'primary' | 'secondary' | 'plain' | 'critical';

const kinds: Record<ButtonKind, string> = {
  primary: 'border-transparent bg-action text-on-action hover:bg-action-hover',
  secondary: 'border-control/45 bg-card text-text shadow-[0_1px_0_rgb(0_0_0/0.06)] hover:bg-hover',
  plain: 'border-transparent bg-transparent text-text hover:bg-hover',
  critical: 'border-transparent bg-leak text-card hover:opacity-90',
};

export const buttonClass = (kind: ButtonKind = 'secondary', size: 'small' | 'normal' = 'normal') =>
  clsx(
    'focus-ring inline-flex items-center justify-center gap-1.5 rounded-lg border font-semibold',
    'transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50',
    size === 'small' ? 'min-h-7 px-2.5 text-xs' : 'min-h-8 px-3 py-1.5 max-sm:min-h-10',
    kinds[kind],
  );

/** While busy it keeps its focus and ignores further clicks. */
export function Button({
  kind = 'secondary',
  size = 'normal',
  busy = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind; size?: 'small' | 'normal'; busy?: boolean; icon?: ReactNode }) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={clsx(buttonClass(kind, size), className)}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
}

/** A button with only an icon. Screen readers announce its label, and hovering shows it. */
export function IconButton({
  label,
  children,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        'focus-ring inline-flex size-8 items-center justify-center rounded-lg max-sm:size-10',
        'text-muted hover:bg-hover hover:text-text disabled:opacity-50',
        className,
      )}
    >
      {children}
    </button>
  );
}
