import type { Translation } from '@/i18n/words';
import type { leaksWords } from './words.en';

export const leaks: Translation<typeof leaksWords> = {
  title: '누수',
};
