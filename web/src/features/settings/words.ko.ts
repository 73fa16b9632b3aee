import type { Translation } from '@/i18n/words';
import type { settingsWords } from './words.en';

export const settings: Translation<typeof settingsWords> = {
  title: '설정',
};
