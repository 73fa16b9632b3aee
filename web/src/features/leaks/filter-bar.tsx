'use client';
import { ChevronDown, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useShop } from '@/api/shop';
import { domainWords } from '@/i18n/domain.en';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { Menu } from '@/ui/menu';
import {
  type Filters,
  isAmount,
  isFiltered,
  noFilters,
  type Sort,
  type Status,
  sorts,
  statuses,
  types,
  verdicts,
} from './filters';
import { leaksWords } from './words.en';

const DebounceMs = 400;
const statusWords = {
  OPEN: 'statusOpen',
  DISMISSED: 'statusDismissed',
  RESOLVED: 'statusResolved',
  ALL: 'statusAll',
} as const;
const sortWords = { AMOUNT: 'sortAmount', DEADLINE: 'sortDeadline', NEWEST: 'sortNewest' } as const;

function toggled<T>(all: readonly T[], value: T): T[] {
  return all.includes(value) ? all.filter((other) => other !== value) : [...all, value];
}

export function FilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useWords(leaksWords);
  const domain = useWords(domainWords);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        label={t('status')}
        isLabelHidden
        className="w-32"
        value={filters.status}
        onChange={(event) => onChange({ ...filters, status: event.target.value as Status })}
        options={statuses.map((value) => ({ value, label: t(statusWords[value]) }))}
      />
      <Menu
        keepsOpen
        trigger={<FilterButton label={t('verdict')} count={filters.verdicts.length} />}
        items={verdicts.map((verdict) => ({
          label: t(verdict),
          isChosen: filters.verdicts.includes(verdict),
          onSelect: () => onChange({ ...filters, verdicts: toggled(filters.verdicts, verdict) }),
        }))}
      />
      <Menu
        keepsOpen
        trigger={<FilterButton label={t('type')} count={filters.types.length} />}
        items={types.map((type) => ({
          label: domain(type),
          isChosen: filters.types.includes(type),
          onSelect: () => onChange({ ...filters, types: toggled(filters.types, type) }),
        }))}
      />
      <Minimum filters={filters} onChange={onChange} />
      {filters.vendor !== null && (
        <Button
          aria-label={t('removeVendor')}
          onClick={() => onChange({ ...filters, vendor: null })}
          icon={<X aria-hidden className="size-3.5" />}
        >
          {t('ofVendor', { vendor: filters.vendor })}
        </Button>
      )}
      {isFiltered(filters) && (
        <Button kind="plain" onClick={() => onChange({ ...noFilters, sort: filters.sort })}>
          {t('clear')}
        </Button>
      )}
      <SelectField
        label={t('sort')}
        isLabelHidden
        className="ml-auto w-48 max-sm:ml-0"
        value={filters.sort}
        onChange={(event) => onChange({ ...filters, sort: event.target.value as Sort })}
        options={sorts.map((value) => ({ value, label: t(sortWords[value]) }))}
      />
    </div>
  );
}

function FilterButton({ label, count, ...rest }: { label: string; count: number } & React.ComponentProps<'button'>) {
  return (
    <Button {...rest}>
      {label}
      {count > 0 && <span className="rounded-full bg-action px-1.5 text-on-action text-xs tabular">{count}</span>}
      <ChevronDown aria-hidden className="size-3.5 text-muted" />
    </Button>
  );
}

/** Applies a typed amount after a short pause. */
function Minimum({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useWords(leaksWords);
  const currency = useShop()?.currency ?? '';
  const [text, setText] = useState(filters.minimum ?? '');
  const [known, setKnown] = useState(filters.minimum);
  if (known !== filters.minimum) {
    setKnown(filters.minimum);
    setText(filters.minimum ?? '');
  }

  const isWrong = text !== '' && !isAmount(text);
  useEffect(() => {
    if (isWrong || (text || null) === filters.minimum) {
      return;
    }

    const timer = setTimeout(() => onChange({ ...filters, minimum: text || null }), DebounceMs);
    return () => clearTimeout(timer);
  }, [text, isWrong, filters, onChange]);
  return (
    <TextField
      label={t('minimum', { currency })}
      isLabelHidden
      placeholder={t('minimum', { currency })}
      inputMode="decimal"
      className="w-36"
      value={text}
      error={isWrong ? t('minimumWrong') : undefined}
      onChange={(event) => setText(event.target.value.trim())}
    />
  );
}
