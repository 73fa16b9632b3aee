'use client';
import type { Schema } from '@/api/client';
import type { ApiError } from '@/api/error';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { progressWords } from './words.en';

type Sentence = keyof typeof progressWords.texts;

/** Why nothing happens at the moment, and when it goes on. */
export function useWaiting(): (waiting: Schema<'WaitingView'>) => string {
  const t = useWords(progressWords);
  const { moment } = useFormat();
  return ({ code, nextTryAt }) =>
    t(code === 'STORE_UNAVAILABLE' ? 'waitsForStore' : 'waitsForOutage', { time: moment(nextTryAt) });
}

/** What happened and what to do, in the visitor's language by the stable code; the server's own sentence where the code is new. */
export function useFailure(): (error: Schema<'ErrorView'> | ApiError | null | undefined) => string {
  const t = useWords(progressWords);
  return (error) => {
    if (!error) {
      return '';
    }

    return error.code in progressWords.texts ? t(error.code as Sentence) : error.message;
  };
}
