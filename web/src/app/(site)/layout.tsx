import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { earlyScript } from '@/api/early-script';
import { ErrorTargetMeta } from '@/errors/target-meta';
import { Providers } from '@/shell/providers';
import { SiteFrame } from '@/shell/site-frame';
import '../globals.css';

export const metadata: Metadata = { title: 'LeakWatch' };
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
};

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-skin="site">
      <head>
        <ErrorTargetMeta />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, which the api allows by its hash. */}
        <script dangerouslySetInnerHTML={{ __html: earlyScript }} />
      </head>
      <body>
        <Providers shell="site">
          <SiteFrame>{children}</SiteFrame>
        </Providers>
      </body>
    </html>
  );
}
