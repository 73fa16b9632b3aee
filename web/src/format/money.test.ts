import { describe, expect, it } from 'vitest';
import { money, sum } from './money';

describe('money', () => {
  it.each([
    ['214.5', 'USD', 'en-US', '$214.50'],
    ['1234567.89', 'EUR', 'de-DE', '1.234.567,89\u00a0€'],
    ['33000', 'KRW', 'ko-KR', '₩33,000'],
    ['-12.30', 'USD', 'en-US', '-$12.30'],
    ['0.0035', 'USD', 'en-US', '$0.0035'],
    ['5.0000', 'USD', 'en-US', '$5.00'],
    ['9.5', null, 'en-US', '9.50'],
  ])('%s %s in %s is %s', (amount, currency, locale, written) => {
    expect(money(amount, currency, locale)).toBe(written);
  });

  it('keeps every digit of an amount that no binary number holds', () => {
    expect(money('9007199254740993.01', 'USD', 'en-US')).toBe('$9,007,199,254,740,993.01');
  });

  it('shows the sign of a change, but none for zero', () => {
    expect(money('10', 'USD', 'en-US', { sign: true })).toBe('+$10.00');
    expect(money('0', 'USD', 'en-US', { sign: true })).toBe('$0.00');
  });

  it('writes an unknown currency unchanged', () => {
    expect(money('10', 'BONUS', 'en-US')).toBe('10.00 BONUS');
  });
});

describe('sum', () => {
  it('adds without losing a cent', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['-5.00', '2.5'])).toBe('-2.50');
    expect(sum(['3', '4'])).toBe('7');
    expect(sum([])).toBe('0');
  });
});
