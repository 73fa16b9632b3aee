import { expect, test } from 'vitest';
import { missingOnVercel } from '../../scripts/vercel-environment.mjs';

const complete = { VERCEL: '1', SHOPIFY_API_KEY: 'key', API_ORIGIN: 'https://api.example' };

test('a build on Vercel that has its variables goes on', () => {
  expect(missingOnVercel(complete)).toBeNull();
});

test.each(['SHOPIFY_API_KEY', 'API_ORIGIN'])('a build on Vercel without %s stops and names it', (name) => {
  expect(missingOnVercel({ ...complete, [name]: '' })).toContain(`${name} is not set`);
  expect(missingOnVercel({ ...complete, [name]: undefined })).toContain(`${name} is not set`);
});

test('both are named at once', () => {
  expect(missingOnVercel({ VERCEL: '1' })).toMatch(/SHOPIFY_API_KEY.*API_ORIGIN/);
});

test('a build anywhere else needs neither', () => {
  expect(missingOnVercel({})).toBeNull();
});
