import { describe, expect, it } from 'vitest';
import { headerFields, marksOf, typedOf, writtenOf } from './fields';

const evidence = (line: number) => ({
  kind: 'PDF_TEXT_SPAN' as const,
  pointer: { page: 1, lineStart: line, lineEnd: line },
  excerpt: `line ${line}`,
});
const invoice = {
  source: { fileName: 'a.pdf' },
  vendor: { name: 'Heronmail' },
  invoice: { kind: 'INVOICE' as const, totalAmount: '49.00', billingPeriodEnd: '2026-03-01' },
  lineItems: [{ lineId: 'L1', description: 'Plan', amount: '49.00', evidence: evidence(7) }],
  terms: [{ kind: 'NOTICE_PERIOD' as const, days: 30, evidence: evidence(12) }, { kind: 'AUTO_RENEW' as const }],
  fieldEvidence: { 'vendor.name': evidence(1), 'invoice.totalAmount': evidence(9) },
};

it('links each field, line and term to where it was read', () => {
  const marks = marksOf(
    [{ position: 2, invoice, correctedFields: [] }],
    (field) => field.word,
    (item) => item.description ?? '',
    (term) => term.kind,
  );
  expect(marks.map((mark) => [mark.id, mark.label, mark.pointer.lineStart])).toEqual([
    ['2:vendor.name', 'vendor', 1],
    ['2:invoice.totalAmount', 'totalAmount', 9],
    ['2:lineItems.L1', 'Plan', 7],
    ['2:terms.0', 'NOTICE_PERIOD', 12],
  ]);
});

it('a period is typed with its last day and written with the day after', () => {
  const end = headerFields(invoice).find((field) => field.word === 'billingPeriodEnd');
  expect(end && typedOf(end)).toBe('2026-02-28');
  expect(writtenOf('lastDay', '2026-02-28')).toEqual({ value: '2026-03-01' });
});

describe('what is typed', () => {
  it.each([
    ['amount', '1,249.50', { value: '1249.50' }],
    ['amount', '-49', { value: '-49' }],
    ['amount', 'forty', { wrong: 'wrongAmount' }],
    ['amount', ' ', { value: null }],
    ['currency', 'usd', { value: 'USD' }],
    ['currency', 'dollars', { wrong: 'wrongCurrency' }],
    ['text', ' Heronmail ', { value: 'Heronmail' }],
  ] as const)('as %s, "%s", becomes %o', (kind, typed, expected) => {
    expect(writtenOf(kind, typed)).toEqual(expected);
  });
});
