import { describe, expect, it } from 'vitest';
import { bridgeEnds, chargesOf } from './charges';

const period = (start: string, end: string, amount: string) => ({
  start,
  end,
  amount,
  unitPrice: amount,
  quantity: '1',
});
const stream = (account: string | null, ...periods: ReturnType<typeof period>[]) => ({
  product: 'Insight',
  account,
  currency: 'USD',
  cadence: 'MONTHLY',
  isUsage: false,
  periods,
  nextChargeOn: null,
  nextAmount: null,
});
const rising = stream(null, period('2026-01-01', '2026-02-01', '140.00'), period('2026-02-01', '2026-03-01', '390.00'));
const finding = {
  account: null,
  currency: 'USD',
  periodStart: '2026-02-01',
  periodEnd: '2026-03-01',
  bridge: [{ part: 'UNEXPLAINED' as const, amount: '250.00' }],
};

describe('the charges of a finding', () => {
  it('come the latest first, those of its time marked', () => {
    expect(chargesOf([rising], finding).map((charge) => [charge.start, charge.isOfFinding])).toEqual([
      ['2026-02-01', true],
      ['2026-01-01', false],
    ]);
  });

  it('are the latest twelve', () => {
    const months = Array.from({ length: 13 }, (_, index) => {
      const [start, end] = [index, index + 1].map((month) =>
        new Date(Date.UTC(2025, month)).toISOString().slice(0, 10),
      );
      return period(start ?? '', end ?? '', '10.00');
    });
    const charges = chargesOf([stream(null, ...months)], finding);

    expect(charges).toHaveLength(12);
    expect(charges.at(-1)?.start).toBe('2025-02-01');
  });

  it('are those of its account', () => {
    const other = stream('another', period('2026-02-01', '2026-03-01', '9.00'));

    expect(chargesOf([rising, other], { ...finding, account: 'ours' })).toHaveLength(2);
  });
});

describe('the ends of a bridge', () => {
  it('are the amounts that its parts connect', () => {
    const ends = bridgeEnds([rising], finding);

    expect([ends?.before.amount, ends?.now.amount]).toEqual(['140.00', '390.00']);
  });

  it('are not made up where the parts do not connect them', () => {
    expect(bridgeEnds([rising], { ...finding, bridge: [{ part: 'TAX', amount: '20.00' }] })).toBeNull();
    expect(bridgeEnds([rising], { ...finding, bridge: [{ part: 'TAX', amount: null }] })).toBeNull();
    expect(bridgeEnds([rising], { ...finding, bridge: [] })).toBeNull();
  });
});
