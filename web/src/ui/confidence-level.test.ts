import { describe, expect, it } from 'vitest';
import { confidenceBand } from './confidence-level';

describe('a confidence in percent', () => {
  it.each([
    [100, 'high'],
    [80, 'high'],
    [79, 'medium'],
    [60, 'medium'],
    [59, 'low'],
    [0, 'low'],
  ])('of %d is %s, as on the terminal', (confidence, band) => {
    expect(confidenceBand(confidence)).toBe(band);
  });
});
