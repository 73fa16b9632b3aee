import type { domainWords } from './domain.en';
import type { Translation } from './words';

export const domain: Translation<typeof domainWords> = {
  LEAK: '누수',
  WATCH: '지켜보기',
  REVIEW: '확인 필요',
  CONFIRMED: '확정',
  OPEN: '진행 중',
  REOPENED: '다시 열림',
  DISMISSED: '제외함',
  RESOLVED: '처리 완료',
  INVOICE_MATH: '합계가 맞지 않음',
  MISSING_CREDIT: '약속된 환급이 보이지 않음',
  POST_CANCELLATION: '해지 후 청구',
  UNINSTALLED_APP_CHARGE: '삭제한 앱의 청구',
  DUPLICATE_CHARGE: '중복 청구 가능성',
  TRIAL_TO_PAID: '무료 체험이 유료로 전환됨',
  PRICE_INCREASE: '요금 인상',
  MOM_SPIKE: '설명되지 않는 증가',
  UPCOMING_RENEWAL: '다가오는 갱신',
  OVERLAPPING_TOOLS: '같은 용도의 도구 두 개',
  RECOVERABLE: '청구 가능',
  AVOIDABLE: '곧 나갈 금액',
};
