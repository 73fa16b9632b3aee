import type { Translation } from '@/i18n/words';
import type { evidenceWords } from './words.en';

export const evidence: Translation<typeof evidenceWords> = {
  document: '문서 원본',
  page: '{pages}쪽 중 {page}쪽',
  previousPage: '이전 쪽',
  nextPage: '다음 쪽',
  zoomIn: '확대',
  zoomOut: '축소',
  openOriginal: '원본 열기',
  evidence: '근거: {excerpt}',
  field: '{field} 보기',
  rows: '파일의 행',
  row: '{row}행: {field}',
  line: '{line}번째 줄',
  earlier: '이전 행',
  later: '다음 행',
  gone: '원본 파일의 보관 기간이 지났습니다. 파일에서 확인한 문구는 다음과 같습니다.',
  deleted: '삭제된 문서입니다. 문서에서 확인한 문구는 다음과 같습니다.',
  asText: '원본 파일의 보관 기간이 지나 읽어 둔 텍스트를 보여 드립니다.',
  notShown: '페이지를 그리지 못해 읽어 둔 텍스트를 보여 드립니다.',
};
