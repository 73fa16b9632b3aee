// Takes the responses that early-script.ts requested in the head of the site's pages.

interface Early {
  /** The language of the response; absent where it contains no sentences. */
  language?: string;
  answer: Promise<Response>;
}

declare global {
  interface Window {
    /** By path and query. A response is removed when it is taken. */
    leakwatchEarly?: Record<string, Early>;
  }
}

/** The response to a request that was sent early; undefined when there is none in this language. */
export function takeEarly(request: Request): Promise<Response> | undefined {
  const path = request.url.replace(globalThis.window?.location.origin ?? '', '');
  const early = request.method === 'GET' ? globalThis.window?.leakwatchEarly : undefined;
  const found = early?.[path];
  if (!early || !found || (found.language && found.language !== request.headers.get('Accept-Language'))) {
    return undefined;
  }

  delete early[path];
  return found.answer;
}
