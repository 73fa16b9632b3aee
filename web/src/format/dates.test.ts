import { describe, expect, it } from 'vitest';
import { date, daysBetween, month, period, relativeDay } from './dates';

describe('days', () => {
  it('are the same day for everybody', () => {
    expect(date('2026-01-31', 'en-US')).toBe('Jan 31, 2026');
    expect(date('2026-01-31', 'ko-KR')).toBe('2026년 1월 31일');
  });

  it('name their month', () => {
    expect(month('2026-02-01', 'en-US')).toBe('February 2026');
    expect(month('2026-02-01', 'en-US', 'short')).toBe('Feb');
  });

  it('end a period on its last day, not on the one after it', () => {
    expect(period('2026-01-01', '2026-02-01', 'en-US')).toBe('Jan 1\u2009–\u200931, 2026');
    expect(period('2026-01-01', '2026-01-02', 'en-US')).toBe('Jan 1, 2026');
  });

  it('are counted across the change to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(relativeDay('2026-03-30', '2026-03-28', 'en-US')).toBe('in 2 days');
    expect(relativeDay('2026-03-27', '2026-03-28', 'en-US')).toBe('yesterday');
  });
});
