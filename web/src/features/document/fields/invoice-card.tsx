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
import { headerFields, lineFields, markId } from './fields';

/** One invoice of the document: its fields, its lines, and whether it adds up. */
export function InvoiceCard({
  view: { position, invoice, correctedFields },
  selected,
  places,
  ...actions
}: FieldActions & { view: Schema<'InvoiceView'>; selected: string | undefined; places: ReadonlySet<string> }) {
  const t = useWords(documentWords);
  const [showsEmpty, showEmpty] = useState(false);
  const { currency = null } = invoice.invoice;
  const missing = invoice.quality?.missingFields ?? [];
  const all = headerFields(invoice);
  const shown = showsEmpty ? all : all.filter((field) => field.value !== null || missing.includes(field.path));
  const row = (field: (typeof all)[number], place: string) => (
    <FieldRow
      key={field.path}
      {...actions}
      onPoint={(path) => actions.onPoint(path === null ? null : place)}
      onSelect={() => actions.onSelect(place)}
      field={field}
      currency={currency}
      hasPlace={places.has(markId(position, place))}
      isLit={selected === markId(position, place) && field.path === place}
      isCorrected={correctedFields.includes(field.path)}
    />
  );
  return (
    <>
      <Card>
        <CardHeader title={t('asRead')} detail={t('asReadHelp')} />
        <ul>{shown.map((field) => row(field, field.path))}</ul>
        {all.length !== all.filter((field) => field.value !== null).length && (
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
      {(invoice.lineItems?.length ?? 0) > 0 && (
        <Card>
          <CardHeader title={t('lines')} />
          <ul className="flex flex-col">
            {invoice.lineItems?.map((item) => {
              const place = `lineItems.${item.lineId}`;
              const isLit = selected === markId(position, place);
              return (
                <li
                  key={item.lineId}
                  className={clsx('border-line border-b last:border-b-0', isLit && 'bg-evidence-tint')}
                  onPointerEnter={() => actions.onPoint(place)}
                  onPointerLeave={() => actions.onPoint(null)}
                >
                  <button
                    type="button"
                    aria-pressed={isLit}
                    onClick={() => actions.onSelect(place)}
                    className="focus-ring flex w-full items-start justify-between gap-4 rounded px-1.5 py-2 text-left"
                  >
                    <span className="min-w-0">
                      <span className="block break-words">{item.description ?? item.lineId}</span>
                      <Detail item={item} />
                    </span>
                    {item.amount != null && <Money amount={item.amount} currency={item.currency ?? currency} />}
                  </button>
                  {isLit && (
                    <ul className="mb-2 ml-4 bg-card px-2">{lineFields(item).map((field) => row(field, place))}</ul>
                  )}
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      <Proof quality={invoice.quality} currency={currency} />
    </>
  );
}

function Detail({ item }: { item: Schema<'LineItem'> }) {
  const t = useWords(documentWords);
  const { money, number, period } = useFormat();
  const parts = [
    item.quantity != null && item.unitPrice != null
      ? t('quantityTimes', {
          quantity: number(Number(item.quantity)),
          price: money(item.unitPrice, item.currency ?? null),
        })
      : null,
    item.periodStart && item.periodEnd ? period(item.periodStart, item.periodEnd) : null,
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
  const { money, number } = useFormat();
  const proof = quality?.proof;
  if (!proof) {
    return null;
  }

  return (
    <Card>
      <CardHeader title={t('proof')} />
      <dl className="flex flex-col gap-1.5">
        {checks.map(([key, word]) => {
          const check = proof[key];
          const state = check?.state ?? 'UNKNOWN';
          return (
            <div key={key} className="flex items-center justify-between gap-4 px-1.5">
              <dt className="text-muted">{t(word)}</dt>
              <dd>
                {state === 'UNKNOWN' ? (
                  <span className="text-muted">{t('UNKNOWN')}</span>
                ) : (
                  <Badge tone={state === 'HOLDS' ? 'confirmed' : 'review'}>
                    {state === 'FAILS' && check?.difference
                      ? t('FAILSBy', {
                          difference:
                            key === 'period' ? number(Number(check.difference)) : money(check.difference, currency),
                        })
                      : t(state)}
                  </Badge>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
