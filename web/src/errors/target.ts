const isExport = process.env.LW_EXPORT === '1';

/**
 * The destination of the page's errors. It is fixed when Next is built for Vercel; the export has placeholders, which
 * the api replaces when it serves a page.
 */
export const errorTarget: ErrorTarget = isExport
  ? { dsn: '__LEAKWATCH_SENTRY_DSN_WEB__', environment: '__LEAKWATCH_ENVIRONMENT__', release: '__LEAKWATCH_RELEASE__' }
  : {
      dsn: process.env.SENTRY_DSN_WEB ?? '',
      environment: process.env.VERCEL_ENV ?? 'development',
      release: process.env.LW_RELEASE ? `leakwatch@${process.env.LW_RELEASE}` : '',
    };

export interface ErrorTarget {
  /** Without it nothing is reported and no SDK is loaded. */
  dsn: string;
  environment: string;
  release: string;
}
