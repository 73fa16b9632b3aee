'use client';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { documentWords } from '../words.en';
import type { FieldActions } from './field-row';
import { markId, shift, termPath } from './fields';
import { PlacedRow } from './placed-row';
import { fieldsWords } from './words.en';

/** The document's terms on prices, notice and renewal, each linked to its place. */
export function TermsCard({
  view: { position, invoice },
  selected,
  places,
  onPoint,
  onSelect,
}: Omit<FieldActions, 'onSave'> & {
  view: Schema<'InvoiceView'>;
  selected: string | undefined;
  places: ReadonlySet<string>;
}) {
  const t = useWords(documentWords);
  const names = useWords(fieldsWords);
  const terms = invoice.terms ?? [];
  return (
    <Card>
      <CardHeader title={t('terms')} detail={t('termsHelp')} />
      <ul>
        {terms.map((term, index) => {
          const path = termPath(index);
          const id = markId(position, path);
          return (
            <PlacedRow
              key={path}
              name={names(term.kind)}
              isLit={selected === id}
              hasPlace={places.has(id)}
              onPoint={(isPointedAt) => onPoint(isPointedAt ? path : null)}
              onSelect={() => onSelect(path)}
            >
              <TermText term={term} currency={invoice.invoice.currency ?? null} />
            </PlacedRow>
          );
        })}
      </ul>
    </Card>
  );
}

function TermText({ term, currency }: { term: Schema<'Term'>; currency: string | null }) {
  const names = useWords(fieldsWords);
  const { money, number, date } = useFormat();
  return [
    term.planName ?? term.productCode,
    term.amount && money(term.amount, currency),
    term.percent && number(Number(term.percent) / 100, { style: 'percent', maximumFractionDigits: 2 }),
    term.days != null && names('termDays', { n: term.days }),
    term.from && names('termFrom', { date: date(term.from) }),
    term.until && names('termUntil', { date: date(shift(term.until, -1)) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
