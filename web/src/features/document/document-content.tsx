'use client';
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
// The last of its column: nothing moves when it comes.
const ReadingCards = dynamic(() => import('./reading-cards').then((module) => module.ReadingCards), {
  ssr: false,
  loading: () => <SkeletonCard lines={5} />,
});

/** The invoice as data beside the page it was read from; each lights the other. */
export function DocumentContent({ document }: { document: TaggedDocument }) {
  const t = useWords(documentWords);
  const names = useWords(fieldsWords);
  const failure = useFailure();
  const correct = useCorrection(document);
  const [selected, select] = useState<string>();
  const [pointed, point] = useState<string | null>(null);
  const version = document.versions[0];
  const position = selected === undefined ? (document.invoices[0]?.position ?? 0) : Number(selected.split(':')[0]);
  const view = document.invoices.find((one) => one.position === position);
  const marks = useMemo(
    () =>
      marksOf(
        document.invoices,
        (field) => names(field.word),
        (item) => names('line', { what: item.description ?? item.lineId }),
        (term) => names(term.kind),
      ),
    [document.invoices, names],
  );
  const places = useMemo(() => new Set(marks.map((mark) => mark.id)), [marks]);
  const isMany = document.invoices.length > 1;
  // A row of a statement is chosen as the charge it is, not as one of its fields.
  const onSheet = isMany ? marks.toSorted((one, other) => Number(isLine(other)) - Number(isLine(one))) : marks;
  const vendor = view?.invoice.vendor.canonicalName ?? view?.invoice.vendor.name;
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
          {view && (
            <InvoiceCard
              key={view.position}
              view={view}
              selected={pointed ?? selected}
              places={places}
              onPoint={(path) => point(path === null ? null : markId(position, path))}
              onSelect={(path) => select(markId(position, path))}
              onSave={(path, value) => correct(position, path, value)}
            />
          )}
          {view?.invoice.terms?.length ? (
            <TermsCard
              view={view}
              selected={pointed ?? selected}
              places={places}
              onPoint={(path) => point(path === null ? null : markId(position, path))}
              onSelect={(path) => select(markId(position, path))}
            />
          ) : null}
          <ReadingCards document={document} vendor={isMany ? null : vendor} />
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

const isLine = ({ id }: Mark) => id.includes(':lineItems.');

/** The sentence that answers first. */
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
  return (
    <>
      {invoiceDate && totalAmount
        ? t('summary', { vendor, date: date(invoiceDate), total: money(totalAmount, currency) })
        : t('summaryShort', { vendor })}{' '}
      {states.includes('FAILS') ? t('fails') : states.includes('HOLDS') ? t('holds') : null}
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
              className="focus-ring -outline-offset-2! flex w-full items-baseline justify-between gap-3 px-4 py-2 text-left hover:bg-hover aria-pressed:bg-evidence-tint"
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
