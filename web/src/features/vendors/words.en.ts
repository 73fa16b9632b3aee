import { words } from '@/i18n/words';

export const vendorsWords = words('vendors', {
  title: 'Vendors',
  lead: 'Whom the store pays, the most paid in the last twelve months first. Other currencies are converted at the rate of their day.',
  list: 'Vendors',
  vendor: 'Vendor',
  lastCharge: 'Last charge',
  paid: 'Paid in 12 months',
  never: 'None yet',
  emptyTitle: 'No vendors yet',
  emptyText: 'They appear by themselves from the invoices you upload.',
  upload: 'Upload documents',
  more: 'Show more',
});
