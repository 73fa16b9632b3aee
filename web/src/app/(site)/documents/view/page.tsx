export { DocumentPage as default } from '@/features/document/document-page';
