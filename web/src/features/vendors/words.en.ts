import { words } from '@/i18n/words';

export const vendorsWords = words('vendors', {
  title: 'Vendors',
});
