'use client';
import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { Schema } from '@/api/client';
import { useFailure, useWaiting } from '@/features/progress/failure';
import { isFailed, isWorking } from '@/features/progress/stages';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { pages } from '@/shell/pages';
import { Banner } from '@/ui/banner';
import { Card, CardHeader } from '@/ui/card';
import { Money } from '@/ui/money';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { DocumentActions, useCorrection } from './document-actions';
import { LazySheet } from './evidence/lazy-sheet';
import type { Mark } from './evidence/marks';
import type { TaggedDocument } from './evidence/original';
import { markId, marksOf } from './fields/fields';
import { InvoiceCard } from './fields/invoice-card';
import { fieldsWords } from './fields/words.en';
import { documentWords } from './words.en';

const TermsCard = dynamic(() => import('./fields/terms-card').then((module) => module.TermsCard), {
  ssr: false,
  loading: () => <SkeletonCard lines={3} />,
});
// It is the last card of its column, so nothing moves when it loads.
const ReadingCards = dynamic(() => import('./reading-cards').then((module) => module.ReadingCards), {
  ssr: false,
  loading: () => <SkeletonCard lines={5} />,
});

/** The invoice as data next to the page it was read from; selecting on one side highlights the other. */
export function DocumentContent({ document }: { document: TaggedDocument }) {
  const t = useWords(documentWords);
  const failure = useFailure();
  const [selected, select] = useState<string>();
  const [pointed, point] = useState<string | null>(null);
  const version = document.versions[0];
  const position = selected === undefined ? (document.invoices[0]?.position ?? 0) : Number(selected.split(':')[0]);
  const marks = useMarks(document);
  const isMany = document.invoices.length > 1;
  // A row of a statement is selected as a charge, so lines come before fields.
  const onSheet = isMany ? marks.toSorted((a, b) => Number(isLine(b)) - Number(isLine(a))) : marks;
  return (
    <Page
      wide
      title={document.fileName}
      lead={<Lead document={document} />}
      back={{ to: pages.uploads(), label: t('back') }}
      actions={<DocumentActions document={document} />}
    >
      {document.error && isFailed(document.state) && <Banner kind="critical">{failure(document.error)}</Banner>}
      <div className="grid items-start gap-4 min-[960px]:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {isMany && <InvoiceList document={document} position={position} onSelect={(id) => select(id)} />}
          <InvoiceCards
            document={document}
            position={position}
            marks={marks}
            selected={pointed ?? selected}
            onPoint={point}
            onSelect={select}
          />
        </div>
        {version && version.mimeType !== null && version.mimeType !== 'application/zip' && (
          <section aria-label={t('page')} className="min-w-0 min-[960px]:sticky min-[960px]:top-4">
            <LazySheet
              documentId={document.id}
              versionId={document.currentVersionId ?? version.id}
              marks={onSheet}
              selected={pointed ?? selected}
              onSelect={select}
            />
          </section>
        )}
      </div>
    </Page>
  );
}

function useMarks(document: TaggedDocument): Mark[] {
  const names = useWords(fieldsWords);
  return useMemo(
    () =>
      marksOf(
        document.invoices,
        (field) => names(field.word),
        (item) => names('line', { what: item.description ?? item.lineId }),
        (term) => names(term.kind),
      ),
    [document.invoices, names],
  );
}

/** The invoice at a position with its terms, and how the document was read. */
function InvoiceCards({
  document,
  position,
  marks,
  selected,
  onPoint,
  onSelect,
}: {
  document: TaggedDocument;
  position: number;
  marks: readonly Mark[];
  selected: string | undefined;
  onPoint: (markId: string | null) => void;
  onSelect: (markId: string) => void;
}) {
  const correct = useCorrection(document);
  const places = useMemo(() => new Set(marks.map((mark) => mark.id)), [marks]);
  const view = document.invoices.find((invoice) => invoice.position === position);
  const vendor = view?.invoice.vendor.canonicalName ?? view?.invoice.vendor.name;
  const actions = {
    onPoint: (path: string | null) => onPoint(path === null ? null : markId(position, path)),
    onSelect: (path: string) => onSelect(markId(position, path)),
    onSave: (path: string, value: string | null) => correct(position, path, value),
  };
  const shared = { selected, places, ...actions };
  const hasTerms = (view?.invoice.terms?.length ?? 0) > 0;
  return (
    <>
      {view && <InvoiceCard key={view.position} view={view} {...shared} />}
      {view && hasTerms && <TermsCard view={view} {...shared} />}
      <ReadingCards document={document} vendor={document.invoices.length > 1 ? null : vendor} />
    </>
  );
}

const isLine = ({ id }: Mark) => id.includes(':lineItems.');

/** The sentence under the title. */
function Lead({ document }: { document: TaggedDocument }) {
  const t = useWords(documentWords);
  const { money, date } = useFormat();
  const waiting = useWaiting();
  const first = document.invoices[0]?.invoice;
  if (isWorking(document.state) && first === undefined) {
    return document.waiting ? waiting(document.waiting) : t('inProgress');
  }

  if (first === undefined) {
    return document.parts.length > 0 || isFailed(document.state) ? null : t('nothing');
  }

  if (document.invoiceCount > 1) {
    return t('summaryMany', { n: document.invoiceCount });
  }

  const { invoiceDate, totalAmount, currency = null } = first.invoice;
  const vendor = first.vendor.name ?? '';
  const proof = first.quality?.proof;
  const states = [proof?.linesSum?.state, proof?.total?.state];
  const fails = states.includes('FAILS') && 'fails';
  const verdict = fails || (states.includes('HOLDS') && 'holds');
  return (
    <>
      {invoiceDate && totalAmount
        ? t('summary', { vendor, date: date(invoiceDate), total: money(totalAmount, currency) })
        : t('summaryShort', { vendor })}{' '}
      {verdict && t(verdict)}
    </>
  );
}

/** The charges of a statement. */
function InvoiceList({
  document,
  position,
  onSelect,
}: {
  document: Schema<'DocumentView'>;
  position: number;
  onSelect: (markId: string) => void;
}) {
  const t = useWords(documentWords);
  const { date } = useFormat();
  const shown = document.invoices.length;
  return (
    <Card flush>
      <div className="px-4 pt-4">
        <CardHeader
          title={t('invoicesOf')}
          detail={document.invoiceCount > shown ? t('firstShown', { shown, n: document.invoiceCount }) : undefined}
        />
      </div>
      <ul className="max-h-72 overflow-y-auto border-line border-t">
        {document.invoices.map(({ position: at, invoice }) => (
          <li key={at} className="border-line border-b last:border-b-0">
            <button
              type="button"
              aria-pressed={at === position}
              onClick={() => onSelect(markId(at, `lineItems.${invoice.lineItems?.[0]?.lineId ?? 'L1'}`))}
              className={clsx(
                'focus-ring -outline-offset-2! flex w-full items-baseline justify-between gap-3 px-4 py-2 text-left',
                'hover:bg-hover aria-pressed:bg-evidence-tint',
              )}
            >
              <span className="min-w-0">
                <span className="block truncate">{invoice.vendor.name}</span>
                <span className="block text-muted text-xs">
                  {invoice.invoice.invoiceDate && date(invoice.invoice.invoiceDate)}
                </span>
              </span>
              {invoice.invoice.totalAmount != null && (
                <Money amount={invoice.invoice.totalAmount} currency={invoice.invoice.currency ?? null} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
