'use client';
import { useWords } from '@/i18n/language';
import { Page } from '@/ui/page';
import { Link } from './link';
import { pages } from './pages';
import { shellWords } from './words.en';

export function NotFoundPage() {
  const t = useWords(shellWords);
  return (
    <Page title={t('notFoundTitle')} lead={t('notFoundLead')}>
      <p>
        <Link to={pages.dashboard()} className="focus-ring rounded font-medium underline underline-offset-2">
          {t('toOverview')}
        </Link>
      </p>
    </Page>
  );
}
