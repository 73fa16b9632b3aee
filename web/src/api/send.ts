import { ApiError, errorOf } from './error';

/** Sent by the api when the session token was refused: a new one may be taken, once. */
const RetryHeader = 'X-Shopify-Retry-Invalid-Session-Request';
export const IdempotencyHeader = 'Idempotency-Key';

export interface Sending {
  /** The token of this request; null where the browser is signed in otherwise. */
  token: () => Promise<string | null>;
  /** In which the answer's sentences should be. */
  language?: () => string;
  fetch?: typeof fetch;
  /** The answer to a request that was sent before there was anyone to wait for it. */
  early?: (request: Request) => Promise<Response> | undefined;
  isOnline?: () => boolean;
  newKey?: () => string;
}

/**
 * The one way out to the api: a token of its own for each request, the reader's language, one more try with a new token when the api asks for it, the same
 * Idempotency-Key on both, and an ApiError for whatever is not an answer.
 */
export function sender({
  token,
  language,
  fetch: send = (request, init) => globalThis.fetch(request, init),
  early = () => undefined,
  isOnline = () => globalThis.navigator?.onLine !== false,
  newKey = () => crypto.randomUUID(),
}: Sending): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST' && !request.headers.has(IdempotencyHeader)) {
      request.headers.set(IdempotencyHeader, newKey());
    }

    if (language) {
      request.headers.set('Accept-Language', language());
    }

    const second = request.clone();
    let response = await attempt(request);
    if (response.status === 401 && response.headers.has(RetryHeader)) {
      response = await attempt(second);
    }

    if (!response.ok && response.status !== 304) {
      throw await errorOf(response);
    }

    return response;
  };

  async function attempt(request: Request): Promise<Response> {
    try {
      const bearer = await token();
      if (bearer !== null) {
        request.headers.set('Authorization', `Bearer ${bearer}`);
      }

      return await (early(request) ?? send(request));
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') {
        throw failure;
      }

      throw isOnline()
        ? new ApiError(0, 'UNREACHABLE', 'LeakWatch is not responding.')
        : new ApiError(0, 'OFFLINE', 'This device is offline.');
    }
  }
}
