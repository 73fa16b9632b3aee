import { words } from '@/i18n/words';

export const documentWords = words('document', {
  title: 'Document',
});
