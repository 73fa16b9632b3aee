import { describe, expect, it } from 'vitest';
import { ApiError } from './error';
import { newQueryClient } from './queries';

const { queries, mutations } = newQueryClient().getDefaultOptions();
const retry = queries?.retry as (failures: number, error: Error) => boolean;
const delay = queries?.retryDelay as (failures: number, error: Error) => number;
const unreachable = new ApiError(0, 'UNREACHABLE', 'No answer.');

describe('a query that failed', () => {
  it('is retried twice', () => {
    expect([0, 1, 2].map((failures) => retry(failures, unreachable))).toEqual([true, true, false]);
    expect([0, 1, 2].map((failures) => retry(failures, new TypeError('broken')))).toEqual([true, true, false]);
  });

  it('is not retried when the api refused it', () => {
    expect(retry(0, new ApiError(404, 'NOT_FOUND', 'Gone.'))).toBe(false);
  });

  it('waits twice as long each time, or as long as the api asks', () => {
    expect([0, 1].map((failures) => delay(failures, unreachable))).toEqual([500, 1000]);
    expect(delay(0, new ApiError(429, 'RATE_LIMIT_EXCEEDED', 'Slower.', {}, undefined, 7))).toBe(7000);
  });

  it('fails without a network instead of waiting for one', () => {
    expect([queries?.networkMode, mutations?.networkMode]).toEqual(['always', 'always']);
  });
});
