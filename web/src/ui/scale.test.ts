import { describe, expect, it } from 'vitest';
import { niceCeiling, ticksTo, waterfallSpans } from './scale';

describe('an axis', () => {
  it.each([
    [0, 0],
    [1, 1],
    [21, 24],
    [87, 100],
    [101, 120],
    [830, 1000],
    [1004, 1200],
    [1_204_000, 1_600_000],
  ])('for %d ends at %d', (value, top) => {
    expect(niceCeiling(value)).toBe(top);
  });

  it('has round ticks from nought to its end', () => {
    expect(ticksTo(200)).toEqual([0, 50, 100, 150, 200]);
  });
});

describe('a waterfall', () => {
  it('lets a change float where the one before ended', () => {
    const { spans } = waterfallSpans([
      { value: 100, isTotal: true },
      { value: 60, isTotal: false },
      { value: -40, isTotal: false },
      { value: 120, isTotal: true },
    ]);

    expect(spans.map(({ from, to }) => [from * 160, to * 160])).toEqual([
      [0, 100],
      [100, 160],
      [120, 160],
      [0, 120],
    ]);
  });

  it('keeps room below nought', () => {
    const { spans, zero } = waterfallSpans([
      { value: 10, isTotal: true },
      { value: -20, isTotal: false },
    ]);

    expect(zero).toBe(0.5);
    expect(spans[1]).toEqual({ from: 0, to: 1 });
  });
});
