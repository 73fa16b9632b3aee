import { describe, expect, it } from 'vitest';
import { countOf, type Filters, filtersOf, isFiltered, noFilters, queryOf } from './filters';

const read = (query: string) => filtersOf(new URLSearchParams(query));

describe('filters in the address', () => {
  it('come back as they were written', () => {
    const filters: Filters = {
      status: 'ALL',
      verdicts: ['LEAK', 'WATCH'],
      types: ['MOM_SPIKE'],
      vendor: 'Bits & Pieces',
      minimum: '12.50',
      sort: 'DEADLINE',
    };

    expect(read(queryOf(filters))).toEqual(filters);
  });

  it('are not named where they are as usual', () => {
    expect(queryOf(noFilters)).toBe('');
    expect(read('')).toEqual(noFilters);
  });

  it.each(['status=GONE', 'verdict=MAYBE', 'min=-1', 'min=1e9', 'min=abc', 'sort=RANDOM', 'vendor=', 'type=X'])(
    'of another time are left out: %s',
    (query) => {
      expect(read(query)).toEqual(noFilters);
    },
  );

  it('say whether the list leaves anything out: an order does not', () => {
    expect(isFiltered(read('sort=NEWEST'))).toBe(false);
    expect(isFiltered(read('min=5'))).toBe(true);
  });
});

it('counts what matches by status, verdict and type', () => {
  const counts = [
    { state: 'OPEN', verdict: 'LEAK', type: 'MOM_SPIKE', count: 3 },
    { state: 'REOPENED', verdict: 'LEAK', type: 'INVOICE_MATH', count: 1 },
    { state: 'DISMISSED', verdict: 'LEAK', type: 'MOM_SPIKE', count: 7 },
    { state: 'OPEN', verdict: 'WATCH', type: 'MOM_SPIKE', count: 9 },
  ] as const;

  expect(countOf(counts, read(''), 'LEAK')).toBe(4);
  expect(countOf(counts, read('type=MOM_SPIKE&status=ALL'), 'LEAK')).toBe(10);
});
