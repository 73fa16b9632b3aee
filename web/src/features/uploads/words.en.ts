import { words } from '@/i18n/words';

export const uploadsWords = words('uploads', {
  title: 'Documents',
});
