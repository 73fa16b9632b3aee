import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeEarly } from './early';

const origin = 'http://127.0.0.1';
const request = (path: string, language = 'en', method = 'GET') =>
  new Request(`${origin}${path}`, { method, headers: { 'Accept-Language': language } });

/** Simulates a page that sent these requests before its code was loaded. */
function requested(...early: [path: string, language?: string][]) {
  const leakwatchEarly = Object.fromEntries(
    early.map(([path, language]) => [path, { language, answer: Promise.resolve(new Response(path)) }]),
  );
  vi.stubGlobal('window', { location: { origin }, leakwatchEarly });
}

describe('a response that was requested early', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is taken once', async () => {
    requested(['/v1/me']);

    expect(await (await takeEarly(request('/v1/me')))?.text()).toBe('/v1/me');
    expect(takeEarly(request('/v1/me'))).toBeUndefined();
  });

  it('is not used for another language', () => {
    requested(['/v1/shops/1/summary', 'en']);

    expect(takeEarly(request('/v1/shops/1/summary', 'ko'))).toBeUndefined();
    expect(takeEarly(request('/v1/shops/1/summary', 'en'))).toBeDefined();
  });

  it('is not used for another request, for a change, or without an early script', () => {
    requested(['/v1/shops/1/findings?limit=100']);

    expect(takeEarly(request('/v1/shops/1/findings?limit=5'))).toBeUndefined();
    expect(takeEarly(request('/v1/shops/1/findings?limit=100', 'en', 'POST'))).toBeUndefined();
    vi.unstubAllGlobals();
    expect(takeEarly(request('/v1/shops/1/findings?limit=100'))).toBeUndefined();
  });
});
