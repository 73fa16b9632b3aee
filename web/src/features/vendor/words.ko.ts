import type { Translation } from '@/i18n/words';
import type { vendorWords } from './words.en';

export const vendor: Translation<typeof vendorWords> = {
  title: '업체',
};
