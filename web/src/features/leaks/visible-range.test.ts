import { expect, it } from 'vitest';
import { visibleRange } from './visible-range';

const offsets = Array.from({ length: 10_001 }, (_, row) => row * 64);

it('holds what is in sight and a little more, not all', () => {
  const [first, end] = visibleRange(offsets, 320_000, 900, 600);

  expect(first * 64).toBeLessThanOrEqual(320_000 - 600 + 64);
  expect(end * 64).toBeGreaterThanOrEqual(320_000 + 900 + 600 - 64);
  expect(end - first).toBeLessThan(40);
});

it('begins with the first row and ends with the last', () => {
  expect(visibleRange(offsets, -5_000, 900, 600)).toEqual([0, 1]);
  expect(visibleRange(offsets, 0, 900, 600)[0]).toBe(0);
  expect(visibleRange(offsets, 10_000 * 64, 900, 600)[1]).toBe(10_000);
});

it('holds nothing of an empty list', () => {
  expect(visibleRange([0], 0, 900, 600)).toEqual([0, 0]);
  expect(visibleRange([], 0, 900, 600)).toEqual([0, 0]);
});
