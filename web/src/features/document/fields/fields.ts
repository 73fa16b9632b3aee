import type { Schema } from '@/api/client';
import type { Mark } from '../evidence/marks';

export type FieldKind = 'text' | 'date' | 'lastDay' | 'amount' | 'number' | 'currency' | 'kind';

export type FieldWord =
  | 'vendor'
  | 'account'
  | 'kind'
  | 'invoiceNumber'
  | 'invoiceDate'
  | 'dueDate'
  | 'billingPeriodStart'
  | 'billingPeriodEnd'
  | 'currency'
  | 'subtotalAmount'
  | 'taxAmount'
  | 'discountAmount'
  | 'totalAmount'
  | 'amountDue'
  | 'paymentMethodHint'
  | 'paymentReference'
  | 'relatedInvoiceNumber'
  | 'description'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'periodStart'
  | 'periodEnd';

export interface InvoiceField {
  /** The path in schema 1.0, which corrections use. */
  path: string;
  word: FieldWord;
  kind: FieldKind;
  /** In the schema's form. */
  value: string | null;
}

type Invoice = Schema<'NormalizedInvoice'>;

const header = [
  ['invoiceNumber', 'text'],
  ['invoiceDate', 'date'],
  ['dueDate', 'date'],
  ['billingPeriodStart', 'date'],
  ['billingPeriodEnd', 'lastDay'],
  ['currency', 'currency'],
  ['subtotalAmount', 'amount'],
  ['discountAmount', 'amount'],
  ['taxAmount', 'amount'],
  ['totalAmount', 'amount'],
  ['amountDue', 'amount'],
  ['paymentMethodHint', 'text'],
  ['paymentReference', 'text'],
  ['relatedInvoiceNumber', 'text'],
] as const satisfies readonly (readonly [FieldWord & keyof Schema<'InvoiceHeader'>, FieldKind])[];

const line = [
  ['description', 'text'],
  ['quantity', 'number'],
  ['unitPrice', 'amount'],
  ['amount', 'amount'],
  ['periodStart', 'date'],
  ['periodEnd', 'lastDay'],
] as const satisfies readonly (readonly [FieldWord & keyof Schema<'LineItem'>, FieldKind])[];

export function headerFields(invoice: Invoice): InvoiceField[] {
  return [
    { path: 'vendor.name', word: 'vendor', kind: 'text', value: invoice.vendor.name ?? null },
    { path: 'account', word: 'account', kind: 'text', value: invoice.account ?? null },
    { path: 'invoice.kind', word: 'kind', kind: 'kind', value: invoice.invoice.kind },
    ...header.map(
      ([word, kind]): InvoiceField => ({
        path: `invoice.${word}`,
        word,
        kind,
        value: invoice.invoice[word] ?? null,
      }),
    ),
  ];
}

export function lineFields(item: Schema<'LineItem'>): InvoiceField[] {
  return line.map(
    ([word, kind]): InvoiceField => ({
      path: `lineItems.${item.lineId}.${word}`,
      word,
      kind,
      value: item[word] ?? null,
    }),
  );
}

/** Identifies the mark of a field or line of one of the document's invoices. */
export const markId = (position: number, path: string) => `${position}:${path}`;

export function marksOf(
  invoices: readonly Schema<'InvoiceView'>[],
  name: (field: InvoiceField) => string,
  lineName: (item: Schema<'LineItem'>) => string,
  termName: (term: Schema<'Term'>) => string,
): Mark[] {
  return invoices.flatMap(({ position, invoice }) => {
    const evidence = (invoice.fieldEvidence ?? {}) as Record<string, Schema<'Evidence'> | undefined>;
    const marks: Mark[] = [];
    const add = (path: string, label: string, found: Schema<'Evidence'> | undefined) => {
      if (found?.pointer) {
        marks.push({ id: markId(position, path), label, pointer: found.pointer, excerpt: found.excerpt });
      }
    };
    for (const field of headerFields(invoice)) {
      add(field.path, name(field), evidence[field.path]);
    }

    for (const item of invoice.lineItems ?? []) {
      add(`lineItems.${item.lineId}`, lineName(item), item.evidence);
    }

    for (const [index, term] of (invoice.terms ?? []).entries()) {
      add(termPath(index), termName(term), term.evidence ?? undefined);
    }

    return marks;
  });
}

export const termPath = (index: number) => `terms.${index}`;

const DayMs = 86_400_000;

/** Moves an ISO day by a number of days. */
export const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DayMs).toISOString().slice(0, 10);

/** The text to edit. People write the last day of a period, while the schema has the day after it. */
export function typedOf({ kind, value }: InvoiceField): string {
  const isLastDay = kind === 'lastDay' && value !== null;
  return isLastDay ? shift(value, -1) : (value ?? '');
}

/**
 * Converts typed text to the schema's form: null where the document does not state the field, or the key of the text
 * that explains the mistake.
 */
export function writtenOf(
  kind: FieldKind,
  typed: string,
): { value: string | null } | { wrong: 'wrongAmount' | 'wrongCurrency' } {
  const text = typed.trim();
  if (text === '') {
    return { value: null };
  }

  switch (kind) {
    case 'amount':
    case 'number': {
      const plain = text.replace(/[,\s]/g, '');
      return /^-?\d+(\.\d+)?$/.test(plain) ? { value: plain } : { wrong: 'wrongAmount' };
    }
    case 'currency': {
      const code = text.toUpperCase();
      return /^[A-Z]{3}$/.test(code) ? { value: code } : { wrong: 'wrongCurrency' };
    }
    case 'lastDay':
      return { value: shift(text, 1) };
    default:
      return { value: text };
  }
}
