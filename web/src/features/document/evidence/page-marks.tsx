'use client';
import clsx from 'clsx';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { byPlace, type Mark } from './marks';
import { evidenceWords } from './words.en';

/** The marked places of one page, laid over it. Paper is white in the dark too, and so are the colours on it. */
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
  const t = useWords(evidenceWords);
  const { list } = useFormat();
  const groups = useMemo(() => byPlace(marks, lines), [marks, lines]);
  return groups.map(({ key, place, marks: here }) => {
    const isLit = here.some((mark) => mark.id === selected);
    const style = {
      left: `${place.x * 100}%`,
      top: `${place.y * 100}%`,
      width: `${place.width * 100}%`,
      height: `${place.height * 100}%`,
    };
    const look = clsx(
      'absolute rounded-[3px]',
      isLit
        ? 'z-10 bg-[#fde68a]/60 mix-blend-multiply shadow-[0_0_0_9999px_rgb(31_36_33/0.045)] outline-2 outline-[#b45309]'
        : 'outline-1 outline-[#b45309]/35 hover:bg-[#fde68a]/40 hover:outline-[#b45309]',
    );
    return onSelect ? (
      <button
        key={key}
        type="button"
        data-lit={isLit}
        aria-pressed={isLit}
        aria-label={t('field', { field: list(here.map((mark) => mark.label)) })}
        title={list(here.map((mark) => mark.label))}
        className={clsx(look, 'focus-visible:outline-3 focus-visible:outline-[#1d6fdc]')}
        style={style}
        onClick={() => {
          // Pressing again goes on to the next field of the same line.
          const at = here.findIndex((mark) => mark.id === selected);
          const next = here[(at + 1) % here.length];
          if (next) {
            onSelect(next.id);
          }
        }}
      />
    ) : (
      <div
        key={key}
        role="img"
        data-lit={isLit}
        aria-label={t('evidence', { excerpt: here[0]?.excerpt ?? '' })}
        className={look}
        style={style}
      />
    );
  });
}
