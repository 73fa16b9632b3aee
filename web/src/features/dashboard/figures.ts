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
  for (const view of sums) {
    if (view.currency !== null && approximate(view.amount) !== 0) {
      byCurrency.set(view.currency, [...(byCurrency.get(view.currency) ?? []), view.amount]);
    }
  }

  return {
    count: sums.reduce((count, view) => count + view.count, 0),
    sums: [...byCurrency]
      .map(([currency, amounts]) => ({ currency, amount: sum(amounts) }))
      .sort(
        (a, b) =>
          Number(b.currency === shopCurrency) - Number(a.currency === shopCurrency) ||
          a.currency.localeCompare(b.currency),
      ),
  };
}

/** The figures of the page, which never share an amount: to claim, avoidable, recovered, and open questions. */
export function figures(summary: Schema<'SummaryView'>): Record<'claim' | 'risk' | 'confirmed' | 'questions', Figure> {
  const leaks = summary.findings.filter((finding) => finding.verdict === 'LEAK');
  return {
    claim: figureOf(
      leaks.filter((finding) => finding.savingsKind === 'RECOVERABLE'),
      summary.currency,
    ),
    risk: figureOf(
      leaks.filter((finding) => finding.savingsKind === 'AVOIDABLE'),
      summary.currency,
    ),
    confirmed: figureOf(summary.confirmed ?? [], summary.currency),
    questions: figureOf(
      summary.findings.filter((finding) => finding.verdict === 'REVIEW'),
      summary.currency,
    ),
  };
}
