import type { Translation } from '@/i18n/words';
import type { shellWords } from './words.en';

export const shell: Translation<typeof shellWords> = {
  product: 'LeakWatch',
  skip: '본문으로 건너뛰기',
  navigation: '주 메뉴',
  overview: '한눈에 보기',
  documents: '문서',
  leaks: '누수',
  vendors: '업체',
  facts: '스토어 정보',
  settings: '설정',
  notFoundTitle: '페이지를 찾을 수 없습니다',
  notFoundLead: '주소가 잘못되었거나 연결된 내용이 더 이상 없습니다. 데이터는 그대로 있습니다.',
  toOverview: '한눈에 보기로 이동',
  offline: '오프라인 상태입니다. 화면의 내용이 최신이 아닐 수 있으며, 연결되면 자동으로 다시 불러옵니다.',
  brokenTitle: '페이지에 문제가 생겼습니다',
  brokenLead: '저희 쪽 오류이며 데이터는 그대로 있습니다. 다시 시도해 주시고, 반복되면 알려 주세요.',
  again: '다시 시도',
};
