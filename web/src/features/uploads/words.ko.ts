import type { Translation } from '@/i18n/words';
import type { uploadsWords } from './words.en';

export const uploads: Translation<typeof uploadsWords> = {
  title: '문서',
  lead: '올려 주신 청구서, 영수증, 명세서와 각각의 진행 상황입니다.',
  working: { other: '문서 {n}건을 읽고 있습니다. 이 페이지를 떠나도 계속 진행됩니다.' },
  dropTitle: '청구서나 폴더를 여기에 놓아 주세요',
  dropDetail:
    'PDF, PNG, JPG, CSV, 전자세금계산서 XML, 메일, ZIP을 파일당 20MB까지 올릴 수 있습니다. 같은 파일을 다시 올려도 중복되지 않습니다.',
  usage: '이번 달 문서',
  usageText: '{limit}건 중 {used}건 사용, {date}에 초기화',
  usageFull:
    '이번 달 요금제의 문서 {limit}건을 모두 사용했습니다. {date}부터 다시 올릴 수 있으며, 기존 문서는 그대로 있습니다.',
  show: '보기',
  showAll: '전체',
  showWorking: '진행 중',
  showFailed: '확인 필요',
  list: '내 문서',
  emptyTitle: '아직 문서가 없습니다',
  emptyText:
    '사용 중인 앱의 청구서 몇 장을 위에 놓아 주세요. 몇 분 안에 무엇이 청구되었는지, 어느 줄에 그렇게 적혀 있는지 보여 드립니다.',
  noneWorking: '지금 읽고 있는 문서가 없습니다.',
  noneFailed: '확인이 필요한 문서가 없습니다. 모두 읽었습니다.',
  queued: '업로드 대기',
  checking: '파일 확인 중',
  sending: '업로드 중, {percent}',
  same: '이미 있는 파일이라 다시 올리지 않았습니다.',
  openSame: '열기',
  hide: '목록에서 제거: {name}',
  retry: '다시 시도',
  retryOf: '다시 시도: {name}',
  chooseAgain: '파일 다시 선택',
  chooseAgainOf: '파일 다시 선택: {name}',
  invoices: { other: '청구 {n}건' },
  noInvoice: '청구 내역 없음',
  parts: '열었습니다. 안에 있는 파일은 이 문서의 페이지에서 볼 수 있습니다',
  more: '더 보기',
  retried: '다시 시도합니다.',
};
