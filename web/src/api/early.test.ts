import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeEarly } from './early';

const origin = 'http://127.0.0.1';
const request = (path: string, language = 'en', method = 'GET') =>
  new Request(`${origin}${path}`, { method, headers: { 'Accept-Language': language } });

/** A browser whose page asked these before its code was here. */
function asked(...early: [path: string, language?: string][]) {
  const leakwatchEarly = Object.fromEntries(
    early.map(([path, language]) => [path, { language, answer: Promise.resolve(new Response(path)) }]),
  );
  vi.stubGlobal('window', { location: { origin }, leakwatchEarly });
}

describe('an answer that was asked for early', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is taken once', async () => {
    asked(['/v1/me']);

    expect(await (await takeEarly(request('/v1/me')))?.text()).toBe('/v1/me');
    expect(takeEarly(request('/v1/me'))).toBeUndefined();
  });

  it('is left where another language is wanted', () => {
    asked(['/v1/shops/1/summary', 'en']);

    expect(takeEarly(request('/v1/shops/1/summary', 'ko'))).toBeUndefined();
    expect(takeEarly(request('/v1/shops/1/summary', 'en'))).toBeDefined();
  });

  it('is none of another question, of a change, or where nothing was asked', () => {
    asked(['/v1/shops/1/findings?limit=100']);

    expect(takeEarly(request('/v1/shops/1/findings?limit=5'))).toBeUndefined();
    expect(takeEarly(request('/v1/shops/1/findings?limit=100', 'en', 'POST'))).toBeUndefined();
    vi.unstubAllGlobals();
    expect(takeEarly(request('/v1/shops/1/findings?limit=100'))).toBeUndefined();
  });
});
