import type { NextConfig } from 'next';
import { missingOnVercel } from './scripts/vercel-environment.mjs';

const missing = missingOnVercel(process.env);
if (missing) {
  throw new Error(missing);
}

const exporting = process.env.LW_EXPORT === '1';
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:4000';

/** Pretty addresses for mails and for people; the pages themselves take the id as a query, so that each is one prerendered file. */
const deepLinks = [
  ['documents', 'id'],
  ['leaks', 'id'],
  ['vendors', 'key'],
] as const;

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // A copy of a built server, for tests that run it before an api of their own.
  distDir: process.env.LW_NEXT_FOLDER ?? '.next',
  // *.server.ts exist only where there is a server: an export has no proxy.
  pageExtensions: exporting ? ['tsx', 'ts'] : ['tsx', 'ts', 'server.ts'],
  ...(exporting
    ? { output: 'export' }
    : {
        async rewrites() {
          return [
            { source: '/v1/:path*', destination: `${api}/v1/:path*` },
            // Only where files lie on the api's own disk.
            { source: '/local-files', destination: `${api}/local-files` },
          ];
        },
        async redirects() {
          return ['', '/app'].flatMap((shell) =>
            deepLinks.map(([page, parameter]) => ({
              source: `${shell}/${page}/:id((?!view$)[^/.]+)`,
              destination: `${shell}/${page}/view?${parameter}=:id`,
              permanent: false,
            })),
          );
        },
      }),
};
export default config;
