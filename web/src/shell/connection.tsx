'use client';
import { useSyncExternalStore } from 'react';
import { useWords } from '@/i18n/language';
import { Banner } from '@/ui/banner';
import { shellWords } from './words.en';

function subscribe(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** A banner that is shown while the device is offline. */
export function Connection() {
  const t = useWords(shellWords);
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return isOnline ? null : (
    <Banner kind="warning" className="mx-auto mb-4 max-w-[1040px]">
      {t('offline')}
    </Banner>
  );
}
