import type { Translation } from '@/i18n/words';
import type { vendorsWords } from './words.en';

export const vendors: Translation<typeof vendorsWords> = {
  title: '업체',
  lead: '스토어가 비용을 내는 업체를 최근 12개월 지출이 많은 순서로 보여 드립니다. 다른 통화는 그날의 환율로 환산합니다.',
  list: '업체',
  vendor: '업체',
  lastCharge: '최근 청구',
  paid: '12개월 지출',
  never: '아직 없음',
  emptyTitle: '아직 업체가 없습니다',
  emptyText: '올려 주신 청구서에서 자동으로 나타납니다.',
  upload: '문서 올리기',
  more: '더 보기',
};
