'use client';
import clsx from 'clsx';
import { useFormat } from '@/format/use-format';

/** An amount with its currency in tabular figures. The amount is the api's text, never a number. */
export function Money({
  amount,
  currency,
  sign,
  className,
}: {
  amount: string;
  currency: string | null;
  sign?: boolean;
  className?: string;
}) {
  const { money } = useFormat();
  return <span className={clsx('tabular whitespace-nowrap', className)}>{money(amount, currency, { sign })}</span>;
}
