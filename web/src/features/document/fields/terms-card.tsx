'use client';
import clsx from 'clsx';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { documentWords } from '../words.en';
import type { FieldActions } from './field-row';
import { markId, shift, termPath } from './fields';
import { fieldsWords } from './words.en';

/** What the document states about prices, notice and renewal, each led back to its words. */
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
    terms.length > 0 && (
      <Card>
        <CardHeader title={t('terms')} detail={t('termsHelp')} />
        <ul>
          {terms.map((term, index) => {
            const path = termPath(index);
            const hasPlace = places.has(markId(position, path));
            const isLit = selected === markId(position, path);
            return (
              <li
                key={path}
                className={clsx('border-line border-b last:border-b-0', isLit && 'bg-evidence-tint')}
                onPointerEnter={() => hasPlace && onPoint(path)}
                onPointerLeave={() => onPoint(null)}
              >
                <button
                  type="button"
                  aria-pressed={hasPlace ? isLit : undefined}
                  disabled={!hasPlace}
                  onClick={() => onSelect(path)}
                  className="focus-ring flex w-full items-baseline justify-between gap-4 rounded px-1.5 py-2 text-left"
                >
                  <span className="text-muted">{names(term.kind)}</span>
                  <span
                    className={clsx(
                      'tabular text-right',
                      hasPlace && 'underline decoration-dotted decoration-evidence/70 underline-offset-4',
                    )}
                  >
                    <Said term={term} currency={invoice.invoice.currency ?? null} />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </Card>
    )
  );
}

function Said({ term, currency }: { term: Schema<'Term'>; currency: string | null }) {
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
