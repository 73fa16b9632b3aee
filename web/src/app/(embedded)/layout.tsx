import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ErrorTargetMeta } from '@/errors/target-meta';
import { EmbeddedFrame } from '@/shell/embedded-frame';
import { Providers } from '@/shell/providers';
import { apiKey } from '@/shopify/api-key';
import '../globals.css';

export const metadata: Metadata = { title: 'LeakWatch' };
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default function EmbeddedLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-skin="embedded">
      <head>
        <meta name="shopify-api-key" content={apiKey} />
        <ErrorTargetMeta />
        {/* App Bridge must be the first plain script of the document; Next's own scripts are async. */}
        <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" />
      </head>
      <body>
        <Providers shell="embedded">
          <EmbeddedFrame>{children}</EmbeddedFrame>
        </Providers>
      </body>
    </html>
  );
}
