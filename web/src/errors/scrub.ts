const Mark = '[redacted]';
const MaxTextLength = 500;

/** Redacts session tokens, signed addresses and everything in quotes, which may come from a document. */
export function scrubText(text: string): string {
  return text
    .slice(0, MaxTextLength)
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, Mark)
    .replace(/\b(?:bearer|basic)\s+[\w.~+/=-]{8,}/gi, Mark)
    .replace(/([?#])[^\s"'<>]*=[^\s"'<>]*/g, `$1${Mark}`)
    .replace(/(["'“‘`])(?:(?!\1)[^"”’`])+["'”’`]/g, `$1${Mark}$1`);
}

/** The address of a page without its query. */
export function pageOf(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname;
}
