import { words } from '@/i18n/words';

export const shellWords = words('shell', {
  product: 'LeakWatch',
  skip: 'Skip to content',
  navigation: 'Main',
  overview: 'Overview',
  documents: 'Documents',
  leaks: 'Leaks',
  vendors: 'Vendors',
  facts: 'Store facts',
  settings: 'Settings',
  notFoundTitle: 'Page not found',
  notFoundLead: 'The address may be wrong, or the page no longer exists. None of your data was lost.',
  toOverview: 'Go to the overview',
  offline: 'You are offline. What you see may be out of date; we keep trying to reconnect.',
  brokenTitle: 'Something went wrong on our side',
  brokenLead: 'None of your data was lost. Try again; if it keeps happening, tell us.',
  again: 'Try again',
});
