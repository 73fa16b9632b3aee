import { words } from '@/i18n/words';

export const evidenceWords = words('evidence', {
  document: 'The document',
  page: 'Page {page} of {pages}',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  openOriginal: 'Open the file',
  evidence: 'Evidence: {excerpt}',
  field: 'Show {field}',
  rows: 'Rows of the file',
  row: 'Row {row}: {field}',
  line: 'Line {line}',
  earlier: 'Earlier rows',
  later: 'Later rows',
  gone: 'The file is no longer stored. This is the text that was found in it.',
  deleted: 'The document was deleted. This is the text that was found in it.',
  asText: 'The file is no longer stored; this is the text we read from it.',
  notShown: 'The page could not be displayed; this is the text we read from it.',
});
