'use client';
import type { Schema } from '@/api/client';
import type { ApiError } from '@/api/error';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { progressWords } from './words.en';

type Sentence = keyof typeof progressWords.texts;

/** Explains why a document is waiting and when it continues. */
export function useWaiting(): (waiting: Schema<'WaitingView'>) => string {
  const t = useWords(progressWords);
  const { moment } = useFormat();
  return ({ code, nextTryAt }) =>
    t(code === 'STORE_UNAVAILABLE' ? 'waitsForStore' : 'waitsForOutage', { time: moment(nextTryAt) });
}

/** Explains an error in the page's language by its stable code, or with the api's own message where the code is new. */
export function useFailure(): (error: Schema<'ErrorView'> | ApiError | null | undefined) => string {
  const t = useWords(progressWords);
  return (error) => {
    if (!error) {
      return '';
    }

    return error.code in progressWords.texts ? t(error.code as Sentence) : error.message;
  };
}
