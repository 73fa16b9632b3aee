import type { Schema } from '@/api/client';
import { type Amount, approximate, sum } from '@/format/money';

export interface Sum {
  currency: string;
  amount: Amount;
}

export interface Figure {
  count: number;
  /** One per currency, the shop's own first: currencies are never added up. */
  sums: Sum[];
}

type SumView = Schema<'SumView'>;

function figureOf(sums: readonly SumView[], shopCurrency: string): Figure {
  const byCurrency = new Map<string, Amount[]>();
  for (const one of sums) {
    if (one.currency !== null && approximate(one.amount) !== 0) {
      byCurrency.set(one.currency, [...(byCurrency.get(one.currency) ?? []), one.amount]);
    }
  }

  return {
    count: sums.reduce((count, one) => count + one.count, 0),
    sums: [...byCurrency]
      .map(([currency, amounts]) => ({ currency, amount: sum(amounts) }))
      .sort(
        (one, other) =>
          Number(other.currency === shopCurrency) - Number(one.currency === shopCurrency) ||
          one.currency.localeCompare(other.currency),
      ),
  };
}

/** The figures of the page, which never share an amount: to claim, avoidable, recovered, and open questions. */
export function figures(summary: Schema<'SummaryView'>): Record<'claim' | 'risk' | 'confirmed' | 'questions', Figure> {
  const leaks = summary.findings.filter((one) => one.verdict === 'LEAK');
  return {
    claim: figureOf(
      leaks.filter((one) => one.savingsKind === 'RECOVERABLE'),
      summary.currency,
    ),
    risk: figureOf(
      leaks.filter((one) => one.savingsKind === 'AVOIDABLE'),
      summary.currency,
    ),
    confirmed: figureOf(summary.confirmed ?? [], summary.currency),
    questions: figureOf(
      summary.findings.filter((one) => one.verdict === 'REVIEW'),
      summary.currency,
    ),
  };
}
