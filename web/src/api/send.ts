import { ApiError, errorOf } from './error';

/** The api sends it when it refuses a session token that a new one may replace, once. */
const RetryHeader = 'X-Shopify-Retry-Invalid-Session-Request';
export const IdempotencyHeader = 'Idempotency-Key';

export interface Sending {
  /** A token for this request; null where the browser has a session of its own. */
  token: () => Promise<string | null>;
  /** The language for the response's sentences. */
  language?: () => string;
  fetch?: typeof fetch;
  /** The response to a request that the page sent before its code was loaded. */
  early?: (request: Request) => Promise<Response> | undefined;
  isOnline?: () => boolean;
  newKey?: () => string;
}

/**
 * Sends every request to the api: with a new token, the page's language, and one retry with another token when the api
 * asks for it. Both attempts have the same Idempotency-Key. Everything but a successful response throws an ApiError.
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
