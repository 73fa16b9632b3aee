import { words } from '@/i18n/words';

export const vendorsWords = words('vendors', {
  title: 'Vendors',
  lead: 'Who the store pays, most in the last 12 months first. Other currencies are converted at each day’s rate.',
  list: 'Vendors',
  vendor: 'Vendor',
  lastCharge: 'Last charge',
  paid: 'Paid in 12 months',
  never: 'None yet',
  emptyTitle: 'No vendors yet',
  emptyText: 'They appear automatically from the invoices you upload.',
  upload: 'Upload documents',
  more: 'Show more',
});
