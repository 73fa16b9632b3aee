'use client';
import { useEffect } from 'react';
import { reportError } from '@/errors/watch';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { shellWords } from './words.en';

/** Shown in place of a page that threw an error. */
export function BrokenPage({ error, reset }: { error: Error; reset: () => void }) {
  const t = useWords(shellWords);
  useEffect(() => reportError(error), [error]);
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
