import type { Translation } from '@/i18n/words';
import type { vendorsWords } from './words.en';

export const vendors: Translation<typeof vendorsWords> = {
  title: '업체',
};
