const Mark = '[redacted]';
const MaxTextLength = 500;

/** As the api's Platform/Redaction, for what a page may hold: session tokens, signed addresses, and whatever stands in quotes, which may be a document's. */
export function scrubText(text: string): string {
  return text
    .slice(0, MaxTextLength)
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, Mark)
    .replace(/\b(?:bearer|basic)\s+[\w.~+/=-]{8,}/gi, Mark)
    .replace(/([?#])[^\s"'<>]*=[^\s"'<>]*/g, `$1${Mark}`)
    .replace(/(["'“‘`])(?:(?!\1)[^"”’`])+["'”’`]/g, `$1${Mark}$1`);
}

/** Which page, without what was asked of it. */
export function pageOf(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname;
}
