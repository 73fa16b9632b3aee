import type { NextConfig } from 'next';

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
  // *.server.ts exist only where there is a server: an export has no proxy.
  pageExtensions: exporting ? ['tsx', 'ts'] : ['tsx', 'ts', 'server.ts'],
  ...(exporting
    ? { output: 'export' }
    : {
        async rewrites() {
          return [{ source: '/v1/:path*', destination: `${api}/v1/:path*` }];
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
