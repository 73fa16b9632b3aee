import { words } from '@/i18n/words';

export const shellWords = words('shell', {
  product: 'LeakWatch',
  skip: 'Skip to the content',
  navigation: 'Main',
  overview: 'Overview',
  documents: 'Documents',
  leaks: 'Leaks',
  vendors: 'Vendors',
  facts: 'Store facts',
  settings: 'Settings',
  notFoundTitle: 'There is no such page',
  notFoundLead: 'The address may be mistyped, or what it led to is gone. Nothing of yours was lost.',
  toOverview: 'Go to the overview',
  offline: 'You are offline. What you see may be out of date; we try again by ourselves.',
  brokenTitle: 'This page broke',
  brokenLead: 'That is our fault, and nothing of yours was lost. Try again; if it happens once more, tell us.',
  again: 'Try again',
});
