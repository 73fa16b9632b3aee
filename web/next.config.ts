import type { NextConfig } from 'next';
import { missingOnVercel } from './scripts/vercel-environment.mjs';

const missing = missingOnVercel(process.env);
if (missing) {
  throw new Error(missing);
}

const isExport = process.env.LW_EXPORT === '1';
const isDevelopment = process.env.NODE_ENV === 'development';
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:4000';

/** Extensions of files in src/app that are pages, layouts or the proxy. */
const pageExtensions = ['tsx', 'ts'];
if (!isExport) {
  // An export has no server to run the proxy.
  pageExtensions.push('server.ts');
}

if (isDevelopment) {
  // The gallery of the kit is for developers and not part of the product.
  pageExtensions.push('dev.tsx');
}

/** Readable addresses for mails. The pages take the id as a query parameter, so that each is one prerendered file. */
const deepLinks = [
  ['documents', 'id'],
  ['leaks', 'id'],
  ['vendors', 'key'],
] as const;

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Tests run a copy of the built server in front of an api of their own.
  distDir: process.env.LW_NEXT_FOLDER ?? '.next',
  pageExtensions,
  ...(isExport
    ? { output: 'export' }
    : {
        async rewrites() {
          return [
            { source: '/v1/:path*', destination: `${api}/v1/:path*` },
            // Used when files are stored on the api's own disk.
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
