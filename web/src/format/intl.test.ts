import { describe, expect, it } from 'vitest';
import { dateFormat, numberFormat } from './intl';

describe('formats of Intl', () => {
  it('are created once for a locale and options', () => {
    expect(numberFormat('en-US', { style: 'percent' })).toBe(numberFormat('en-US', { style: 'percent' }));
  });

  it('differ by locale, options and kind', () => {
    expect(numberFormat('de-DE').format(1234.5)).toBe('1.234,5');
    expect(numberFormat('en-US').format(1234.5)).toBe('1,234.5');
    expect(numberFormat('en-US', { style: 'percent' }).format(0.5)).toBe('50%');
    expect(dateFormat('en-US', { timeZone: 'UTC', year: 'numeric' }).format(0)).toBe('1970');
  });
});
