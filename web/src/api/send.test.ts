import { describe, expect, it, vi } from 'vitest';
import { ApiError } from './error';
import { sender } from './send';

const address = 'http://127.0.0.1/v1/me';
const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
const retry = { 'X-Shopify-Retry-Invalid-Session-Request': '1' };

function tokens() {
  let count = 0;
  return async () => `token-${++count}`;
}

async function failureOf(sent: Promise<Response>): Promise<ApiError> {
  return sent.then(
    () => expect.unreachable(),
    (error: ApiError) => error,
  );
}

describe('sending a request', () => {
  it('takes a new token for each request', async () => {
    const seen: (string | null)[] = [];
    const send = sender({
      token: tokens(),
      fetch: async (request) => {
        seen.push((request as Request).headers.get('Authorization'));
        return new Response('{}');
      },
    });

    await send(new Request(address));
    await send(new Request(address));

    expect(seen).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('asks for the language that the page has when it is sent', async () => {
    let language = 'en';
    const seen: (string | null)[] = [];
    const send = sender({
      token: async () => null,
      language: () => language,
      fetch: async (request) => {
        seen.push((request as Request).headers.get('Accept-Language'));
        return new Response('{}');
      },
    });

    await send(new Request(address));
    language = 'ko';
    await send(new Request(address));

    expect(seen).toEqual(['en', 'ko']);
  });

  it('sends no Authorization where the browser is signed in otherwise', async () => {
    const fetch = vi.fn(async (request: Request | URL | string) => {
      expect((request as Request).headers.has('Authorization')).toBe(false);
      return new Response('{}');
    });

    await sender({ token: async () => null, fetch })(new Request(address));

    expect(fetch).toHaveBeenCalledOnce();
  });

  it('retries with a new token when the api asks for it, with the same key and body', async () => {
    const seen: string[][] = [];
    const send = sender({
      token: tokens(),
      newKey: () => `key-${seen.length}`,
      fetch: async (request) => {
        const { headers } = request as Request;
        seen.push([
          headers.get('Authorization') ?? '',
          headers.get('Idempotency-Key') ?? '',
          await (request as Request).text(),
        ]);
        return seen.length === 1 ? problem(401, {}, retry) : new Response('{}');
      },
    });

    await send(new Request(address, { method: 'POST', body: 'body' }));

    expect(seen).toEqual([
      ['Bearer token-1', 'key-0', 'body'],
      ['Bearer token-2', 'key-0', 'body'],
    ]);
  });

  it('does not try a third time', async () => {
    const fetch = vi.fn(async () => problem(401, { code: 'AUTH_INVALID_TOKEN' }, retry));

    const failure = await failureOf(sender({ token: tokens(), fetch })(new Request(address)));

    expect(failure.code).toBe('AUTH_INVALID_TOKEN');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('does not repeat what was refused for another reason', async () => {
    const fetch = vi.fn(async () => problem(401, { code: 'AUTH_INVALID_TOKEN' }));

    await failureOf(sender({ token: tokens(), fetch })(new Request(address)));

    expect(fetch).toHaveBeenCalledOnce();
  });

  it('keeps the key that the caller chose', async () => {
    const fetch = vi.fn(async (request: Request | URL | string) => {
      expect((request as Request).headers.get('Idempotency-Key')).toBe('mine');
      return new Response('{}');
    });

    await sender({ token: async () => null, fetch })(
      new Request(address, { method: 'POST', headers: { 'Idempotency-Key': 'mine' } }),
    );
  });

  it('makes an error of a problem, with its fields and the time to wait', async () => {
    const body = {
      code: 'VALIDATION_ERROR',
      title: 'Name it.',
      status: 400,
      traceId: 'abc',
      errors: { name: ['Too long.'] },
    };
    const fetch = async () => problem(400, body, { 'Retry-After': '7' });

    const failure = await failureOf(sender({ token: async () => null, fetch })(new Request(address)));

    expect(failure).toMatchObject({
      status: 400,
      code: 'VALIDATION_ERROR',
      message: 'Name it.',
      traceId: 'abc',
      retryAfterSeconds: 7,
      fields: { name: ['Too long.'] },
      isPassing: false,
    });
  });

  it('makes an error of an answer that is no problem', async () => {
    const fetch = async () => new Response('<html>Bad gateway</html>', { status: 502 });

    const failure = await failureOf(sender({ token: async () => null, fetch })(new Request(address)));

    expect(failure).toMatchObject({ status: 502, code: 'UNREADABLE', isPassing: true });
  });

  it.each([
    [true, 'UNREACHABLE'],
    [false, 'OFFLINE'],
  ])('says whether the device or the api is away (online: %s)', async (online, code) => {
    const fetch = async () => {
      throw new TypeError('Failed to fetch');
    };

    const failure = await failureOf(
      sender({ token: async () => null, fetch, isOnline: () => online })(new Request(address)),
    );

    expect(failure).toMatchObject({ status: 0, code, isConnection: true });
  });

  it('lets a request be given up', async () => {
    const fetch = async () => {
      throw new DOMException('gone', 'AbortError');
    };

    const failure = await failureOf(sender({ token: async () => null, fetch })(new Request(address)));

    expect(failure).not.toBeInstanceOf(ApiError);
  });
});
