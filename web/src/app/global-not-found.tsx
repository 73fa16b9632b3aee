import type { Metadata } from 'next';
import { ErrorTargetMeta } from '@/errors/target-meta';
import { NotFoundPage } from '@/shell/not-found-page';
import { Providers } from '@/shell/providers';
import { SiteFrame } from '@/shell/site-frame';
import './globals.css';

export const metadata: Metadata = { title: 'LeakWatch' };

export default function GlobalNotFound() {
  return (
    <html lang="en" data-skin="site">
      <head>
        <ErrorTargetMeta />
      </head>
      <body>
        <Providers shell="site">
          <SiteFrame>
            <NotFoundPage />
          </SiteFrame>
        </Providers>
      </body>
    </html>
  );
}
