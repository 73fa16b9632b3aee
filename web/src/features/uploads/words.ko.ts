import type { Translation } from '@/i18n/words';
import type { uploadsWords } from './words.en';

export const uploads: Translation<typeof uploadsWords> = {
  title: '문서',
};
