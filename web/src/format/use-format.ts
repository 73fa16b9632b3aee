'use client';
import { useMemo } from 'react';
import { useLocale } from '@/i18n/language';
import { type Day, date, moment, month, period, relativeDay } from './dates';
import { listFormat, numberFormat } from './intl';
import { type Amount, money } from './money';

/** Formats values in the visitor's locale. */
export function useFormat() {
  const { locale } = useLocale();
  return useMemo(
    () => ({
      locale,
      money: (amount: Amount, currency: string | null, options?: { sign?: boolean }) =>
        money(amount, currency, locale, options),
      /** A value of an axis: short, since the exact amount is shown elsewhere. */
      tick: (value: number, currency: string) =>
        numberFormat(locale, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          notation: value < 10_000 ? 'standard' : 'compact',
          maximumSignificantDigits: 3,
        }).format(value),
      number: (value: number, options?: Intl.NumberFormatOptions) => numberFormat(locale, options).format(value),
      list: (items: readonly string[]) => listFormat(locale, { type: 'conjunction' }).format(items),
      date: (day: Day) => date(day, locale),
      month: (day: Day, width?: 'short' | 'long') => month(day, locale, width),
      period: (start: Day, end: Day) => period(start, end, locale),
      moment: (instant: string) => moment(instant, locale),
      relativeDay: (day: Day, today: Day) => relativeDay(day, today, locale),
    }),
    [locale],
  );
}
