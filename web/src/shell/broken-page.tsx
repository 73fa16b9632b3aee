'use client';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { shellWords } from './words.en';

/** What stands where a page threw. */
export function BrokenPage({ reset }: { error: Error; reset: () => void }) {
  const t = useWords(shellWords);
  return (
    <Page title={t('brokenTitle')} lead={t('brokenLead')}>
      <div>
        <Button kind="primary" onClick={reset}>
          {t('again')}
        </Button>
      </div>
    </Page>
  );
}
