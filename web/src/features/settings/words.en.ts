import { words } from '@/i18n/words';

export const settingsWords = words('settings', {
  title: 'Settings',
});
