import { words } from '@/i18n/words';

export const factsWords = words('facts', {
  title: 'Store facts',
});
