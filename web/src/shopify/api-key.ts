/** The app's client id. Fixed when Next is built for Vercel; in the export a placeholder which the api fills in as it serves the page. */
export const apiKey =
  process.env.LW_EXPORT === '1'
    ? '__LEAKWATCH_SHOPIFY_API_KEY__'
    : (process.env.SHOPIFY_API_KEY ?? process.env.NEXT_PUBLIC_SHOPIFY_API_KEY ?? '');
