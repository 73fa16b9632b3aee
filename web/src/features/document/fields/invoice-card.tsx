'use client';
import clsx from 'clsx';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Money } from '@/ui/money';
import { documentWords } from '../words.en';
import { type FieldActions, FieldRow } from './field-row';
import { headerFields, type InvoiceField, lineFields, markId } from './fields';

type Invoice = Schema<'NormalizedInvoice'>;

interface InvoiceCardProps extends FieldActions {
  view: Schema<'InvoiceView'>;
  /** The mark that is highlighted. */
  selected: string | undefined;
  /** The marks that have a place on the page. */
  places: ReadonlySet<string>;
}

/** One invoice of the document: its fields, its lines, and whether it adds up. */
export function InvoiceCard(props: InvoiceCardProps) {
  const { invoice } = props.view;
  return (
    <>
      <HeaderCard {...props} />
      {(invoice.lineItems?.length ?? 0) > 0 && <LinesCard {...props} />}
      <Proof quality={invoice.quality} currency={invoice.invoice.currency ?? null} />
    </>
  );
}

function HeaderCard({ view, ...rest }: InvoiceCardProps) {
  const t = useWords(documentWords);
  const [showsEmpty, showEmpty] = useState(false);
  const missing = view.invoice.quality?.missingFields ?? [];
  const all = headerFields(view.invoice);
  const shown = all.filter((field) => showsEmpty || field.value !== null || missing.includes(field.path));
  return (
    <Card>
      <CardHeader title={t('asRead')} detail={t('asReadHelp')} />
      <ul>
        {shown.map((field) => (
          <Row key={field.path} {...rest} view={view} field={field} place={field.path} />
        ))}
      </ul>
      {all.some((field) => field.value === null) && (
        <Button
          kind="plain"
          size="small"
          className="mt-2"
          aria-expanded={showsEmpty}
          onClick={() => showEmpty(!showsEmpty)}
        >
          {t(showsEmpty ? 'hideEmpty' : 'showEmpty')}
        </Button>
      )}
    </Card>
  );
}

/** @param props.place Path of the mark to highlight: that of the field, or of the line it belongs to. */
function Row({
  view: { position, invoice, correctedFields },
  selected,
  places,
  field,
  place,
  ...actions
}: InvoiceCardProps & { field: InvoiceField; place: string }) {
  const id = markId(position, place);
  return (
    <FieldRow
      {...actions}
      onPoint={(path) => actions.onPoint(path === null ? null : place)}
      onSelect={() => actions.onSelect(place)}
      field={field}
      currency={invoice.invoice.currency ?? null}
      hasPlace={places.has(id)}
      isLit={selected === id && field.path === place}
      isCorrected={correctedFields.includes(field.path)}
    />
  );
}

function LinesCard(props: InvoiceCardProps) {
  const t = useWords(documentWords);
  return (
    <Card>
      <CardHeader title={t('lines')} />
      <ul className="flex flex-col">
        {props.view.invoice.lineItems?.map((item) => (
          <Line key={item.lineId} {...props} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ item, ...props }: InvoiceCardProps & { item: Schema<'LineItem'> }) {
  const { view, selected, onPoint, onSelect } = props;
  const place = `lineItems.${item.lineId}`;
  const isLit = selected === markId(view.position, place);
  return (
    <li
      className={clsx('border-line border-b last:border-b-0', isLit && 'bg-evidence-tint')}
      onPointerEnter={() => onPoint(place)}
      onPointerLeave={() => onPoint(null)}
    >
      <button
        type="button"
        aria-pressed={isLit}
        onClick={() => onSelect(place)}
        className="focus-ring flex w-full items-start justify-between gap-4 rounded px-1.5 py-2 text-left"
      >
        <span className="min-w-0">
          <span className="block break-words">{item.description ?? item.lineId}</span>
          <Detail item={item} />
        </span>
        {item.amount != null && <Money amount={item.amount} currency={currencyOf(item, view.invoice)} />}
      </button>
      {isLit && (
        <ul className="mb-2 ml-4 bg-card px-2">
          {lineFields(item).map((field) => (
            <Row key={field.path} {...props} field={field} place={place} />
          ))}
        </ul>
      )}
    </li>
  );
}

const currencyOf = (item: Schema<'LineItem'>, { invoice }: Invoice) => item.currency ?? invoice.currency ?? null;

function Detail({ item }: { item: Schema<'LineItem'> }) {
  const t = useWords(documentWords);
  const { money, number, period } = useFormat();
  const { quantity, unitPrice, currency = null, periodStart, periodEnd } = item;
  const parts = [
    quantity != null &&
      unitPrice != null &&
      t('quantityTimes', { quantity: number(Number(quantity)), price: money(unitPrice, currency) }),
    periodStart && periodEnd && period(periodStart, periodEnd),
  ].filter(Boolean);
  return parts.length > 0 && <span className="tabular block text-muted text-xs">{parts.join(' · ')}</span>;
}

const checks = [
  ['linesSum', 'linesSum'],
  ['total', 'totalSum'],
  ['unitPrice', 'unitPriceProof'],
  ['period', 'periodProof'],
] as const;

function Proof({ quality, currency }: { quality: Schema<'Quality'> | undefined; currency: string | null }) {
  const t = useWords(documentWords);
  const proof = quality?.proof;
  if (!proof) {
    return null;
  }

  return (
    <Card>
      <CardHeader title={t('proof')} />
      <dl className="flex flex-col gap-1.5">
        {checks.map(([key, word]) => (
          <div key={key} className="flex items-center justify-between gap-4 px-1.5">
            <dt className="text-muted">{t(word)}</dt>
            <dd>
              <CheckBadge check={proof[key]} isCount={key === 'period'} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function CheckBadge({
  check,
  isCount,
  currency,
}: {
  check: Schema<'ProofCheck'> | undefined;
  /** The difference is a number of days, not an amount. */
  isCount: boolean;
  currency: string | null;
}) {
  const t = useWords(documentWords);
  const { money, number } = useFormat();
  const state = check?.state ?? 'UNKNOWN';
  if (state === 'UNKNOWN') {
    return <span className="text-muted">{t('UNKNOWN')}</span>;
  }

  if (state === 'FAILS' && check?.difference) {
    const difference = isCount ? number(Number(check.difference)) : money(check.difference, currency);
    return <Badge tone="review">{t('FAILSBy', { difference })}</Badge>;
  }

  return <Badge tone={state === 'HOLDS' ? 'confirmed' : 'review'}>{t(state)}</Badge>;
}
