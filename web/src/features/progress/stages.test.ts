import { describe, expect, it } from 'vitest';
import { canRetry, stepsOf, timesOf } from './stages';

const shape = (state: Parameters<typeof stepsOf>[0]) =>
  stepsOf(state, (stage) => stage)
    .map((step) => step.state[0])
    .join('');

describe('the steps of a document', () => {
  it.each([
    ['CREATED', 'naaaa'],
    ['UPLOADED', 'dnaaa'],
    ['EXTRACTING', 'ddnaa'],
    ['EXTRACTED', 'dddna'],
    ['DETECTING', 'ddddn'],
    ['DONE', 'ddddd'],
    ['EXTRACTION_FAILED', 'ddfaa'],
    ['REJECTED', 'ddfaa'],
    ['DETECTION_FAILED', 'ddddf'],
  ] as const)('in %s are %s', (state, steps) => {
    expect(shape(state)).toBe(steps);
  });
});

it('a stage lasts until the next begins, and what both halves of one took is added', () => {
  const at = (second: number) => `2026-03-01T00:00:${String(second).padStart(2, '0')}Z`;
  expect(
    timesOf([
      { state: 'CREATED', at: at(0) },
      { state: 'UPLOADED', at: at(1) },
      { state: 'EXTRACTING', at: at(4) },
      { state: 'EXTRACTED', at: at(6) },
      { state: 'NORMALIZING', at: at(7) },
      { state: 'NORMALIZED', at: at(9) },
    ]),
  ).toEqual({ upload: 1000, wait: 3000, read: 2000, understand: 3000, check: null });
});

it('a refused file is not tried again, a failed one is', () => {
  expect(canRetry('REJECTED')).toBe(false);
  expect(canRetry('EXTRACTION_FAILED')).toBe(true);
});
