import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/client';
import { figures } from './figures';
import { Others, spendOf } from './spend';

const summary = (parts: Partial<Schema<'SummaryView'>>): Schema<'SummaryView'> => ({
  asOf: '2026-03-01',
  currency: 'USD',
  findings: [],
  totals: [],
  topFindings: [],
  spend: [],
  confirmed: null,
  ...parts,
});

describe('the figures', () => {
  it('keep what is owed apart from what can still be stopped, and currencies apart from each other', () => {
    const { claim, risk, questions, confirmed } = figures(
      summary({
        findings: [
          { verdict: 'LEAK', savingsKind: 'RECOVERABLE', currency: 'EUR', amount: '11.90', count: 1 },
          { verdict: 'LEAK', savingsKind: 'RECOVERABLE', currency: 'USD', amount: '614.98', count: 6 },
          { verdict: 'LEAK', savingsKind: 'AVOIDABLE', currency: 'USD', amount: '588.00', count: 1 },
          { verdict: 'WATCH', savingsKind: 'AVOIDABLE', currency: 'USD', amount: '9.00', count: 1 },
          { verdict: 'REVIEW', savingsKind: null, currency: 'USD', amount: '65.00', count: 2 },
        ],
      }),
    );

    expect(claim).toEqual({
      count: 7,
      sums: [
        { currency: 'USD', amount: '614.98' },
        { currency: 'EUR', amount: '11.90' },
      ],
    });
    expect(risk).toEqual({ count: 1, sums: [{ currency: 'USD', amount: '588.00' }] });
    expect(questions.count).toBe(2);
    expect(confirmed).toEqual({ count: 0, sums: [] });
  });

  it('counts a finding without an amount and adds nothing for it', () => {
    const { questions } = figures(
      summary({ findings: [{ verdict: 'REVIEW', savingsKind: null, currency: null, amount: '0', count: 3 }] }),
    );

    expect(questions).toEqual({ count: 3, sums: [] });
  });
});

describe('the spend', () => {
  const row = (month: string, vendor: string, amount: string, currency = 'USD') => ({
    month,
    vendor,
    amount,
    currency,
  });

  it('has twelve months up to this one, those without a charge too', () => {
    const { months } = spendOf(summary({ spend: [row('2026-02-01', 'A', '10.00')] }));

    expect(months).toHaveLength(12);
    expect(months[0]?.month).toBe('2025-04-01');
    expect(months.at(-1)).toEqual({ month: '2026-03-01', total: '0', parts: [] });
    expect(months.at(-2)?.total).toBe('10.00');
  });

  it('names the five biggest and gathers the others', () => {
    const { months, vendors } = spendOf(
      summary({
        spend: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((vendor, index) => row('2026-03-01', vendor, `${index + 1}.50`)),
      }),
    );

    expect(vendors).toEqual(['G', 'F', 'E', 'D', 'C', Others]);
    expect(months.at(-1)?.parts.at(-1)).toEqual({ vendor: Others, amount: '4.00' });
    expect(months.at(-1)?.total).toBe('31.50');
  });

  it('does not add up currencies', () => {
    const { months, elsewhere } = spendOf(
      summary({
        spend: [
          row('2026-03-01', 'A', '10.00'),
          row('2026-03-01', 'B', '59.50', 'EUR'),
          row('2026-01-01', 'B', '0.50', 'EUR'),
        ],
      }),
    );

    expect(months.at(-1)?.total).toBe('10.00');
    expect(elsewhere).toEqual([{ currency: 'EUR', amount: '60.00' }]);
  });
});
