import { words } from '@/i18n/words';

export const dashboardWords = words('dashboard', {
  title: 'Overview',
});
