const exporting = process.env.LW_EXPORT === '1';

/** Where errors of the page go. Fixed when Next is built for Vercel; in the export placeholders which the api fills in as it serves the page. */
export const errorTarget: ErrorTarget = exporting
  ? { dsn: '__LEAKWATCH_SENTRY_DSN_WEB__', environment: '__LEAKWATCH_ENVIRONMENT__', release: '__LEAKWATCH_RELEASE__' }
  : {
      dsn: process.env.SENTRY_DSN_WEB ?? '',
      environment: process.env.VERCEL_ENV ?? 'development',
      release: process.env.LW_RELEASE ? `leakwatch@${process.env.LW_RELEASE}` : '',
    };

export interface ErrorTarget {
  /** Empty: errors go nowhere, and nothing is loaded for them. */
  dsn: string;
  environment: string;
  release: string;
}
