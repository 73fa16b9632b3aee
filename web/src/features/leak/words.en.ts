import { words } from '@/i18n/words';

export const leakWords = words('leak', {
  title: 'Leak',
});
