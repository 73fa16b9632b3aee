'use client';
import clsx from 'clsx';
import { Building2, FileText, LayoutDashboard, ListChecks, type LucideIcon, Settings, Wallet } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useWords } from '@/i18n/language';
import { Connection } from './connection';
import { Link } from './link';
import { pages } from './pages';
import { shellWords } from './words.en';

type Entry = {
  path: string;
  icon: LucideIcon;
  word: 'overview' | 'documents' | 'leaks' | 'vendors' | 'facts' | 'settings';
};

const entries: readonly Entry[] = [
  { path: pages.dashboard(), icon: LayoutDashboard, word: 'overview' },
  { path: pages.uploads(), icon: FileText, word: 'documents' },
  { path: pages.leaks(), icon: Wallet, word: 'leaks' },
  { path: pages.vendors(), icon: Building2, word: 'vendors' },
  { path: pages.facts(), icon: ListChecks, word: 'facts' },
  { path: pages.settings(), icon: Settings, word: 'settings' },
];

/** The site's own navigation: a rail with labels, which becomes a bar at the bottom of a phone. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const t = useWords(shellWords);
  const path = usePathname();
  const isHere = (entry: Entry) => (entry.path === '/' ? path === '/' : path.startsWith(entry.path));
  return (
    <div
      className={clsx(
        'md:grid md:min-h-dvh md:grid-cols-[13.5rem_minmax(0,1fr)]',
        'md:bg-[linear-gradient(to_right,var(--rail)_calc(13.5rem-1px),var(--line)_0_13.5rem,var(--page)_0)]',
      )}
    >
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      <header
        className={clsx(
          'z-20 border-line md:sticky md:top-0 md:h-dvh md:px-3 md:py-5',
          'max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:bg-rail',
          'max-md:pb-[env(safe-area-inset-bottom)]',
        )}
      >
        <p className="px-3 pb-5 font-semibold text-[17px] tracking-tight max-md:hidden">{t('product')}</p>
        <nav aria-label={t('navigation')}>
          <ul className="flex max-md:justify-around md:flex-col md:gap-0.5">
            {entries.map((entry) => (
              <li key={entry.path} className="max-md:min-w-0 max-md:flex-1">
                <Link
                  to={entry.path}
                  aria-current={isHere(entry) ? 'page' : undefined}
                  className={clsx(
                    'focus-ring flex items-center gap-2.5 rounded-lg md:px-3 md:py-1.5',
                    'max-md:flex-col max-md:gap-0.5 max-md:px-0.5 max-md:py-2 max-md:text-[10.5px] max-md:leading-4',
                    isHere(entry)
                      ? 'bg-selected text-text md:font-semibold'
                      : 'text-muted hover:bg-hover hover:text-text',
                  )}
                >
                  <entry.icon aria-hidden className="size-4 shrink-0 max-md:size-5" />
                  <span className="max-md:max-w-full max-md:truncate">{t(entry.word)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="px-4 pt-5 pb-24 outline-none sm:px-6 md:pt-8 md:pb-16">
        <Connection />
        {children}
      </main>
    </div>
  );
}
