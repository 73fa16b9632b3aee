'use client';
import { Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMayChange } from '@/api/shop';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Badge } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { documentWords } from '../words.en';
import { type InvoiceField, typedOf, writtenOf } from './fields';
import { PlacedRow } from './placed-row';
import { fieldsWords } from './words.en';

const kinds = [
  'INVOICE',
  'RECEIPT',
  'CREDIT_NOTE',
  'STATEMENT',
  'REMINDER',
  'PRO_FORMA',
  'QUOTE',
  'ORDER',
  'CONTRACT',
  'NOTICE',
] as const;

export interface FieldActions {
  /** Highlights the field's place while the pointer is over it. */
  onPoint: (path: string | null) => void;
  onSelect: (path: string) => void;
  onSave: (path: string, value: string | null) => Promise<void>;
}

/** A value as it was read. Selecting it shows where it is printed; the pencil opens a field to correct it. */
export function FieldRow({
  field,
  currency,
  isLit,
  isCorrected,
  hasPlace,
  onPoint,
  onSelect,
  onSave,
}: FieldActions & {
  field: InvoiceField;
  currency: string | null;
  isLit: boolean;
  isCorrected: boolean;
  hasPlace: boolean;
}) {
  const t = useWords(documentWords);
  const names = useWords(fieldsWords);
  const mayChange = useMayChange();
  const [isEditing, edit] = useState(false);
  const name = names(field.word);
  if (isEditing) {
    return (
      <li className="border-line border-b py-2 last:border-b-0">
        <Editor field={field} onSave={onSave} onEnd={() => edit(false)} />
      </li>
    );
  }

  return (
    <PlacedRow
      name={name}
      isLit={isLit}
      hasPlace={hasPlace}
      onPoint={(isPointedAt) => onPoint(isPointedAt ? field.path : null)}
      onSelect={() => onSelect(field.path)}
      mark={isCorrected && <Badge tone="confirmed">{t('corrected')}</Badge>}
      action={
        mayChange && (
          <IconButton label={t('correct', { field: name })} className="size-8" onClick={() => edit(true)}>
            <Pencil aria-hidden className="size-3.5" />
          </IconButton>
        )
      }
    >
      <Value field={field} currency={currency} />
    </PlacedRow>
  );
}

function Value({ field, currency }: { field: InvoiceField; currency: string | null }) {
  const t = useWords(documentWords);
  const names = useWords(fieldsWords);
  const { money, date, number } = useFormat();
  const { kind, value } = field;
  if (value === null) {
    return <span className="text-muted">{t('missing')}</span>;
  }

  switch (kind) {
    case 'amount':
      return money(value, currency);
    case 'number':
      return number(Number(value));
    case 'date':
    case 'lastDay':
      return date(typedOf(field));
    case 'kind':
      return names(value as (typeof kinds)[number]);
    default:
      return value;
  }
}

function Editor({ field, onSave, onEnd }: { field: InvoiceField; onSave: FieldActions['onSave']; onEnd: () => void }) {
  const t = useWords(documentWords);
  const names = useWords(fieldsWords);
  const [typed, type] = useState(typedOf(field));
  const [error, setError] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = writtenOf(field.kind, typed);
    if ('wrong' in parsed) {
      setError(names(parsed.wrong));
      return;
    }

    setSaving(true);
    try {
      await onSave(field.path, parsed.value);
      onEnd();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : names('wrongValue'));
      setSaving(false);
    }
  };
  return (
    <form
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onEnd();
        }
      }}
      className="flex flex-col gap-2 px-1.5"
    >
      <Input field={field} value={typed} error={error} onChange={type} />
      <div className="flex gap-2">
        <Button type="submit" kind="primary" size="small" busy={isSaving}>
          {t('save')}
        </Button>
        <Button size="small" onClick={onEnd}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function Input({
  field: { kind, word },
  value,
  error,
  onChange,
}: {
  field: InvoiceField;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}) {
  const names = useWords(fieldsWords);
  const shared = { label: names(word), value, error, autoFocus: true };
  if (kind === 'kind') {
    return (
      <SelectField
        {...shared}
        onChange={(event) => onChange(event.target.value)}
        options={kinds.map((option) => ({ value: option, label: names(option) }))}
      />
    );
  }

  return (
    <TextField
      {...shared}
      type={kind === 'date' || kind === 'lastDay' ? 'date' : 'text'}
      inputMode={kind === 'amount' || kind === 'number' ? 'decimal' : undefined}
      maxLength={300}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
