import { dateFormat, relativeTimeFormat } from './intl';

/** A calendar day `2026-01-31`: no time, no zone, the same day for everybody. */
export type Day = string;

const asUtc = (day: Day) => new Date(`${day}T00:00:00Z`);

export function date(day: Day, locale: string): string {
  return dateFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(asUtc(day));
}

export function month(day: Day, locale: string, width: 'short' | 'long' = 'long'): string {
  return dateFormat(locale, {
    year: width === 'long' ? 'numeric' : undefined,
    month: width,
    timeZone: 'UTC',
  }).format(asUtc(day));
}

/** From the first day to the last, which is the one before the exclusive end that the api sends. */
export function period(start: Day, end: Day, locale: string): string {
  const last = new Date(asUtc(end).getTime() - 86_400_000);
  const first = asUtc(start);
  return last <= first
    ? date(start, locale)
    : dateFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).formatRange(first, last);
}

/** A moment, in the visitor's own time. */
export function moment(instant: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / 86_400_000);
}

/** "in 3 days", "yesterday". */
export function relativeDay(day: Day, today: Day, locale: string): string {
  return relativeTimeFormat(locale, { numeric: 'auto' }).format(daysBetween(today, day), 'day');
}
