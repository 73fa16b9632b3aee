import type { Schema } from '@/api/client';
import type { Day } from '@/format/dates';
import { type Amount, approximate, sum } from '@/format/money';

const Months = 12;
const MaxNamedVendors = 5;

/** Represents every vendor that is not among the biggest. */
export const Others = ' others';

export interface SpendMonth {
  month: Day;
  total: Amount;
  parts: { vendor: string; amount: Amount }[];
}

export interface Spend {
  months: SpendMonth[];
  /** The biggest first, then Others where there are any. */
  vendors: string[];
  /** Sums in other currencies, which are not added to those of the chart. */
  elsewhere: { currency: string; amount: Amount }[];
}

/** The last twelve months in the shop's currency, stacked by the five biggest vendors and the rest. */
export function spendOf(summary: Schema<'SummaryView'>): Spend {
  const rows = summary.spend.filter((row) => row.currency === summary.currency);
  const biggest = [...grouped(rows, (row) => row.vendor ?? Others)]
    .filter(([vendor]) => vendor !== Others)
    .map(([vendor, own]) => ({ vendor, total: sum(own.map((row) => row.amount)) }))
    .sort((a, b) => approximate(b.total) - approximate(a.total) || a.vendor.localeCompare(b.vendor))
    .slice(0, MaxNamedVendors)
    .map(({ vendor }) => vendor);
  // The api names only the biggest vendors and sums up the others.
  const nameOf = (vendor: string | null) => (vendor !== null && biggest.includes(vendor) ? vendor : Others);
  const vendors = rows.some((row) => nameOf(row.vendor) === Others) ? [...biggest, Others] : biggest;
  const months = monthsUntil(summary.asOf).map((month) => {
    const own = rows.filter((row) => row.month === month);
    const byName = grouped(own, (row) => nameOf(row.vendor));
    return {
      month,
      total: sum(own.map((row) => row.amount)),
      parts: vendors
        .filter((vendor) => byName.has(vendor))
        .map((vendor) => ({ vendor, amount: sum((byName.get(vendor) ?? []).map((row) => row.amount)) })),
    };
  });
  const elsewhere = [
    ...grouped(
      summary.spend.filter((row) => row.currency !== summary.currency),
      (row) => row.currency,
    ),
  ]
    .map(([currency, own]) => ({ currency, amount: sum(own.map((row) => row.amount)) }))
    .sort((a, b) => a.currency.localeCompare(b.currency));
  return { months, vendors, elsewhere };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }

  return groups;
}

function monthsUntil(asOf: Day): Day[] {
  const year = Number(asOf.slice(0, 4));
  const month = Number(asOf.slice(5, 7)) - 1;
  return Array.from({ length: Months }, (_, index) =>
    new Date(Date.UTC(year, month - Months + 1 + index, 1)).toISOString().slice(0, 10),
  );
}
