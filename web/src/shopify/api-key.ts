/**
 * The app's client id. It is fixed when Next is built for Vercel; the export has a placeholder, which the api
 * replaces when it serves a page.
 */
export const apiKey =
  process.env.LW_EXPORT === '1'
    ? '__LEAKWATCH_SHOPIFY_API_KEY__'
    : (process.env.SHOPIFY_API_KEY ?? process.env.NEXT_PUBLIC_SHOPIFY_API_KEY ?? '');
