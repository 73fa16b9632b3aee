import type { Schema } from '@/api/client';

type Verdict = Schema<'Verdict'>;
type LeakType = Schema<'LeakType'>;
type State = Schema<'FindingState'>;

export type Status = 'OPEN' | 'DISMISSED' | 'RESOLVED' | 'ALL';
export type Sort = 'AMOUNT' | 'DEADLINE' | 'NEWEST';

export interface Filters {
  status: Status;
  verdicts: Verdict[];
  types: LeakType[];
  vendor: string | null;
  /** An amount in the shop's currency, as it was typed. */
  minimum: string | null;
  sort: Sort;
}

export const statuses: readonly Status[] = ['OPEN', 'DISMISSED', 'RESOLVED', 'ALL'];
export const sorts: readonly Sort[] = ['AMOUNT', 'DEADLINE', 'NEWEST'];

/** In the order of what to do: claim, decide, know. */
export const verdicts: readonly Verdict[] = ['LEAK', 'REVIEW', 'WATCH'];

export const types: readonly LeakType[] = [
  'DUPLICATE_CHARGE',
  'POST_CANCELLATION',
  'UNINSTALLED_APP_CHARGE',
  'MISSING_CREDIT',
  'TRIAL_TO_PAID',
  'PRICE_INCREASE',
  'MOM_SPIKE',
  'UPCOMING_RENEWAL',
  'INVOICE_MATH',
  'OVERLAPPING_TOOLS',
];

export const noFilters: Filters = {
  status: 'OPEN',
  verdicts: [],
  types: [],
  vendor: null,
  minimum: null,
  sort: 'AMOUNT',
};

/** Reads filters from the address. Unknown values are ignored, so that an old link still opens. */
export function filtersOf(query: URLSearchParams): Filters {
  const minimum = query.get('min');
  return {
    status: oneOf(statuses, query.get('status')) ?? noFilters.status,
    verdicts: manyOf(verdicts, query.getAll('verdict')),
    types: manyOf(types, query.getAll('type')),
    vendor: query.get('vendor') || null,
    minimum: minimum !== null && isAmount(minimum) ? minimum : null,
    sort: oneOf(sorts, query.get('sort')) ?? noFilters.sort,
  };
}

/** The address of filters, which names only what differs from the default. */
export function queryOf(filters: Filters): string {
  const query = new URLSearchParams();
  if (filters.status !== noFilters.status) {
    query.set('status', filters.status);
  }

  for (const verdict of filters.verdicts) {
    query.append('verdict', verdict);
  }

  for (const type of filters.types) {
    query.append('type', type);
  }

  if (filters.vendor !== null) {
    query.set('vendor', filters.vendor);
  }

  if (filters.minimum !== null) {
    query.set('min', filters.minimum);
  }

  if (filters.sort !== noFilters.sort) {
    query.set('sort', filters.sort);
  }

  return query.toString();
}

export function isFiltered(filters: Filters): boolean {
  return queryOf({ ...filters, sort: noFilters.sort }) !== '';
}

export function isAmount(text: string): boolean {
  return /^\d{1,12}(\.\d{1,4})?$/.test(text);
}

export function statesOf(status: Status): State[] {
  switch (status) {
    case 'OPEN':
      return ['OPEN', 'REOPENED'];
    case 'DISMISSED':
    case 'RESOLVED':
      return [status];
    case 'ALL':
      return ['OPEN', 'REOPENED', 'DISMISSED', 'RESOLVED'];
  }
}

/** How many findings match, ignoring vendors and amounts, which the counts do not contain. */
export function countOf(counts: readonly Schema<'FindingCount'>[], filters: Filters, verdict: Verdict): number {
  const states = statesOf(filters.status);
  return counts
    .filter(
      (count) =>
        states.includes(count.state) &&
        count.verdict === verdict &&
        (filters.types.length === 0 || filters.types.includes(count.type)),
    )
    .reduce((sum, count) => sum + count.count, 0);
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((value) => value === text);
}

function manyOf<T extends string>(known: readonly T[], texts: readonly string[]): T[] {
  return known.filter((value) => texts.includes(value));
}
