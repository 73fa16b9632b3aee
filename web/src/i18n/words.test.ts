import { expect, it } from 'vitest';
import { fill } from './words';

it('puts values in their places, numbers the locale’s way', () => {
  expect(fill('{count} of {vendor}', 'de-DE', { count: 12345, vendor: 'Klaviyo' })).toBe('12.345 of Klaviyo');
});

it('chooses the form by the number', () => {
  const text = { one: '{n} leak', other: '{n} leaks' };
  expect(fill(text, 'en-US', { n: 1 })).toBe('1 leak');
  expect(fill(text, 'en-US', { n: 0 })).toBe('0 leaks');
  expect(fill({ other: '누수 {n}건' }, 'ko-KR', { n: 1 })).toBe('누수 1건');
});

it('leaves a place without a value in sight', () => {
  expect(fill('{vendor}', 'en-US')).toBe('{vendor}');
});
