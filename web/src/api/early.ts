// What early-script.ts asked, in the head of the site's pages.

interface Early {
  /** In which the answer's sentences are; absent where it has none. */
  language?: string;
  answer: Promise<Response>;
}

declare global {
  interface Window {
    /** By path and query; whoever takes an answer takes it away. */
    leakwatchEarly?: Record<string, Early>;
  }
}

/** The answer to a question that was asked early; undefined when it was not, or in another language. */
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
