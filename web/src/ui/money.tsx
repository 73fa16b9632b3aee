'use client';
import clsx from 'clsx';
import { useFormat } from '@/format/use-format';

/** An amount with its currency, in figures of one width. The amount is the api's text, never a number. */
export function Money({
  amount,
  currency,
  sign,
  whole,
  className,
}: {
  amount: string;
  currency: string | null;
  sign?: boolean;
  whole?: boolean;
  className?: string;
}) {
  const { money } = useFormat();
  return (
    <span className={clsx('tabular whitespace-nowrap', className)}>{money(amount, currency, { sign, whole })}</span>
  );
}
