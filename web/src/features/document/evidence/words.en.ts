import { words } from '@/i18n/words';

export const evidenceWords = words('evidence', {
  document: 'The document',
  page: 'Page {page} of {pages}',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  openOriginal: 'Open the file',
  evidence: 'Evidence: {excerpt}',
  field: 'Show {field}',
  rows: 'Rows of the file',
  row: 'Row {row}: {field}',
  line: 'Line {line}',
  earlier: 'Earlier rows',
  later: 'Later rows',
  gone: 'The file is no longer kept. These are the words that were found in it.',
  deleted: 'The document was deleted. These are the words that were found in it.',
  asText: 'The file is no longer kept; this is the text that was read.',
  notShown: 'The page could not be drawn; this is the text that was read.',
});
