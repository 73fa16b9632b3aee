import { words } from '@/i18n/words';

export const vendorWords = words('vendor', {
  title: 'Vendor',
});
