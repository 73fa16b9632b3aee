import type { Translation } from '@/i18n/words';
import type { dashboardWords } from './words.en';

export const dashboard: Translation<typeof dashboardWords> = {
  title: '한눈에 보기',
};
