'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '@/i18n/language';
import { Connection } from './connection';
import { addressIn, pages } from './pages';
import { shellWords } from './words.en';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      's-app-nav': { children?: ReactNode };
    }
  }
}

/** Inside the admin the navigation is Shopify's: it gets our pages and reports where to go. */
export function EmbeddedFrame({ children }: { children: ReactNode }) {
  const t = useWords(shellWords);
  const router = useRouter();
  useEffect(() => {
    const go = (event: Event) => {
      const path = (event.target as Element | null)?.getAttribute('href');
      if (path?.startsWith('/')) {
        router.push(path);
      }
    };
    document.addEventListener('shopify:navigate', go);
    return () => document.removeEventListener('shopify:navigate', go);
  }, [router]);
  const at = (path: string) => addressIn('embedded', path);
  return (
    <>
      <s-app-nav>
        <a href={at(pages.dashboard())} rel="home">
          {t('overview')}
        </a>
        <a href={at(pages.uploads())}>{t('documents')}</a>
        <a href={at(pages.leaks())}>{t('leaks')}</a>
        <a href={at(pages.vendors())}>{t('vendors')}</a>
        <a href={at(pages.facts())}>{t('facts')}</a>
        <a href={at(pages.settings())}>{t('settings')}</a>
      </s-app-nav>
      <main id="content" tabIndex={-1} className="px-4 pt-5 pb-16 outline-none sm:px-6">
        <Connection />
        {children}
      </main>
    </>
  );
}
