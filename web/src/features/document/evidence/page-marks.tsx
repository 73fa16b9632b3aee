'use client';
import clsx from 'clsx';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { byPlace, type Mark, type Place } from './marks';
import { evidenceWords } from './words.en';

/** The marked places of one page, laid over it. Paper stays white in the dark scheme, so the colors are fixed. */
export function PageMarks({
  marks,
  lines,
  selected,
  onSelect,
}: {
  marks: readonly Mark[];
  lines: readonly Schema<'LineView'>[];
  selected?: string;
  onSelect?: (id: string) => void;
}) {
  const groups = useMemo(() => byPlace(marks, lines), [marks, lines]);
  return groups.map(({ key, place, marks: here }) => (
    <PlacedMarks key={key} place={place} marks={here} selected={selected} onSelect={onSelect} />
  ));
}

const litLook =
  'z-10 bg-[#fde68a]/60 mix-blend-multiply shadow-[0_0_0_9999px_rgb(31_36_33/0.045)] outline-2 outline-[#b45309]';
const plainLook = 'outline-1 outline-[#b45309]/35 hover:bg-[#fde68a]/40 hover:outline-[#b45309]';

function PlacedMarks({
  place,
  marks,
  selected,
  onSelect,
}: {
  place: Place;
  /** The marks of one place. */
  marks: readonly Mark[];
  selected: string | undefined;
  onSelect: ((id: string) => void) | undefined;
}) {
  const t = useWords(evidenceWords);
  const { list } = useFormat();
  const isLit = marks.some((mark) => mark.id === selected);
  const className = clsx('absolute rounded-[3px]', isLit ? litLook : plainLook);
  const style = {
    left: `${place.x * 100}%`,
    top: `${place.y * 100}%`,
    width: `${place.width * 100}%`,
    height: `${place.height * 100}%`,
  };
  if (!onSelect) {
    const label = t('evidence', { excerpt: marks[0]?.excerpt ?? '' });
    return <div role="img" data-lit={isLit} aria-label={label} className={className} style={style} />;
  }

  const fields = list(marks.map((mark) => mark.label));
  return (
    <button
      type="button"
      data-lit={isLit}
      aria-pressed={isLit}
      aria-label={t('field', { field: fields })}
      title={fields}
      className={clsx(className, 'focus-visible:outline-3 focus-visible:outline-[#1d6fdc]')}
      style={style}
      onClick={() => {
        // Pressing again selects the next field of the same line.
        const index = marks.findIndex((mark) => mark.id === selected);
        const next = marks[(index + 1) % marks.length];
        if (next) {
          onSelect(next.id);
        }
      }}
    />
  );
}
