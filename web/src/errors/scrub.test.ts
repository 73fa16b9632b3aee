import { expect, test } from 'vitest';
import { pageOf, scrubText } from './scrub';

test.each([
  ['Bearer abcdefgh.12345678 was refused', 'abcdefgh'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJkZXN0IjoieCJ9.c2ln', 'eyJkZXN0'],
  ['GET https://bucket.example/1?X-Amz-Signature=abcdef failed', 'abcdef'],
  ["Unexpected token in 'Kestrel Analytics owes 4,711.00'", 'Kestrel'],
  ['Cannot read “Kestrel Analytics”', 'Kestrel'],
])('%s keeps nothing that is not ours', (text, secret) => {
  expect(scrubText(text)).not.toContain(secret);
});

test('what shows where it went wrong stays', () => {
  expect(scrubText('TypeError: x is undefined')).toBe('TypeError: x is undefined');
  expect(scrubText('GET https://bucket.example/1?X-Amz-Signature=abcdef failed')).toContain('https://bucket.example/1');
});

test('a document does not fit into a message', () => {
  expect(scrubText('a'.repeat(501))).toBe('a'.repeat(500));
});

test('a page is named without its query', () => {
  expect(pageOf('https://app.example/app/leaks/view?id=7&id_token=hush#part')).toBe(
    'https://app.example/app/leaks/view',
  );
});
