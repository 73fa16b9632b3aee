import type { Translation } from '@/i18n/words';
import type { documentWords } from './words.en';

export const document: Translation<typeof documentWords> = {
  title: '문서',
};
