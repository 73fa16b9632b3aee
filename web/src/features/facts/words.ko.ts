import type { Translation } from '@/i18n/words';
import type { factsWords } from './words.en';

export const facts: Translation<typeof factsWords> = {
  title: '스토어 정보',
};
