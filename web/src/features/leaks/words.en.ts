import { words } from '@/i18n/words';

export const leaksWords = words('leaks', {
  title: 'Leaks',
});
