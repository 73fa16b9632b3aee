import { words } from '@/i18n/words';

export const uploadsWords = words('uploads', {
  title: 'Documents',
  lead: 'Every invoice, receipt and statement you give us, and where it is.',
  working: {
    one: 'One document is being read. You can leave this page; reading goes on.',
    other: '{n} documents are being read. You can leave this page; reading goes on.',
  },
  dropTitle: 'Drop invoices here, or a whole folder',
  dropDetail:
    'PDF, PNG, JPG, CSV, e-invoice XML, mail or ZIP, up to 20 MB each. Each file is read once; the same file again changes nothing.',
  usage: 'Documents this month',
  usageText: '{used} of {limit}, anew on {date}',
  usageFull:
    'Your plan’s {limit} documents of this month are used. You can upload again on {date}; what is here stays.',
  show: 'Show',
  showAll: 'All',
  showWorking: 'In progress',
  showFailed: 'Needs attention',
  list: 'Your documents',
  emptyTitle: 'No documents yet',
  emptyText:
    'Drop a few invoices of your apps above. Within minutes you see what was charged, and the exact line that says so.',
  noneWorking: 'Nothing is being read at the moment.',
  noneFailed: 'Nothing needs your attention: every document was read.',
  queued: 'Ready to upload',
  checking: 'Checking the file',
  sending: 'Uploading, {percent}',
  same: 'Already here: nothing was uploaded twice.',
  openSame: 'Open it',
  hide: 'Remove {name} from the list',
  retry: 'Try again',
  retryOf: 'Try again: {name}',
  chooseAgain: 'Choose the file again',
  chooseAgainOf: 'Choose the file again: {name}',
  invoices: { one: '{n} charge', other: '{n} charges' },
  noInvoice: 'No charge in it',
  parts: 'Opened; what was in it is listed with it',
  more: 'Show more',
  retried: 'It is tried again.',
});
