import type { Translation } from '@/i18n/words';
import type { leakWords } from './words.en';

export const leak: Translation<typeof leakWords> = {
  title: '누수',
};
