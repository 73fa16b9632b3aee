'use client';
import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Schema } from '@/api/client';
import { useMayChange } from '@/api/shop';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Checkbox } from '@/ui/choice';
import { useIsDrawn } from '@/ui/use-is-drawn';
import { FindingLine } from './finding-line';
import { useWindow } from './use-window';
import { leaksWords } from './words.en';

type Item = Schema<'FindingListItem'>;
type Row =
  | { kind: 'group'; verdict: Schema<'Verdict'>; count: number | null }
  | { kind: 'finding'; item: Item; place: number };

/** A sentence takes two lines of a phone. */
const Height = { wide: { group: 60, row: 60 }, narrow: { group: 76, row: 80 } };
/** Beyond each edge of the window, so that a row is there before it is seen; in pixels. What is seen is drawn first. */
const Margin = 600;
/** From this far before its end the list asks for more. */
const MoreBefore = 30;

/** Thousands of findings, of which those in sight are in the page. One stop of Tab; arrows go on from there. */
export function FindingList({
  items,
  total,
  countOf,
  chosen,
  onChoose,
  onDismiss,
  hasMore,
  onMore,
}: {
  items: readonly Item[];
  total: number | null;
  countOf: (verdict: Schema<'Verdict'>) => number | null;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
  onDismiss: () => void;
  hasMore: boolean;
  onMore: () => void;
}) {
  const t = useWords(leaksWords);
  const isNarrow = useIsNarrow();
  const mayChange = useMayChange();
  const [active, activate] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const height = isNarrow ? Height.narrow : Height.wide;
  const { rows, offsets, rowOf } = useMemo(() => layOut(items, countOf, height), [items, countOf, height]);
  const [hasFocus, setFocus] = useState(false);
  const isDrawn = useIsDrawn(true);
  const [first, end, whole] = useWindow(list, offsets, isDrawn ? Margin : 0);
  // A row that has the focus stays when it is scrolled away, else the keyboard would be nowhere; Tab comes to one in sight.
  const activeRow = rowOf[active] ?? 0;
  const shown = range(first, end);
  if (hasFocus && activeRow < first) {
    shown.unshift(activeRow);
  } else if (hasFocus && activeRow >= end) {
    shown.push(activeRow);
  }

  const stop = hasFocus || (activeRow >= first && activeRow < end) ? active : placeInSight(rows, whole);

  useEffect(() => {
    if (isDrawn && hasMore && end >= rows.length - MoreBefore) {
      onMore();
    }
  }, [isDrawn, hasMore, end, rows.length, onMore]);

  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(items.length - 1, place));
    activate(next);
    const row = rowOf[next];
    const top = row === undefined ? 0 : (offsets[row] ?? 0);
    const box = list.current?.getBoundingClientRect();
    if (box) {
      const at = box.top + top;
      if (at < 80) {
        window.scrollBy(0, at - 80);
      } else if (at > window.innerHeight - 160) {
        window.scrollBy(0, at - window.innerHeight + 160);
      }
    }

    // The row may only be drawn by the scrolling.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-place="${next}"] a`)?.focus()),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[active];
    if (event.ctrlKey || event.metaKey || event.altKey || !item) {
      return;
    }

    const place = { ArrowDown: active + 1, j: active + 1, ArrowUp: active - 1, k: active - 1 }[event.key];
    if (place !== undefined) {
      event.preventDefault();
      goTo(place);
    } else if (!mayChange) {
      return;
    } else if (event.key === 'x') {
      onChoose(item.id, !chosen.has(item.id));
    } else if (event.key === 'd') {
      event.preventDefault();
      onDismiss();
    }
  };
  return (
    <>
      <p id="list-keys" className="sr-only">
        {t('keys')}
      </p>
      <ul
        ref={list}
        aria-label={t('list')}
        aria-describedby="list-keys"
        onKeyDown={onKeyDown}
        onFocus={() => setFocus(true)}
        onBlur={(event) => setFocus(event.currentTarget.contains(event.relatedTarget))}
        className="relative rounded-card border border-line bg-card shadow-card"
        style={{ height: offsets[rows.length] }}
      >
        {shown.map((at) => {
          const [row, top] = [rows[at], offsets[at] ?? 0];
          return row === undefined ? null : row.kind === 'group' ? (
            <GroupRow key={row.verdict} row={row} top={top} height={height.group} />
          ) : (
            <li
              key={row.item.id}
              data-place={row.place}
              aria-setsize={total ?? -1}
              aria-posinset={row.place + 1}
              onFocus={() => activate(row.place)}
              className={clsx(
                'absolute inset-x-0 flex items-start gap-3 border-line border-t px-4 py-2.5',
                chosen.has(row.item.id) ? 'bg-selected' : 'hover:bg-hover',
              )}
              style={{ top, height: height.row }}
            >
              {mayChange && (
                <span className="pt-px">
                  <Checkbox
                    isLabelHidden
                    label={t('chooseOne', { title: row.item.title })}
                    checked={chosen.has(row.item.id)}
                    onChange={(isChosen) => onChoose(row.item.id, isChosen)}
                  />
                </span>
              )}
              <Link
                to={pages.leak(row.item.id)}
                tabIndex={row.place === stop ? 0 : -1}
                className="focus-ring flex min-w-0 flex-1 rounded"
              >
                <FindingLine finding={row.item} />
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function GroupRow({ row, top, height }: { row: Extract<Row, { kind: 'group' }>; top: number; height: number }) {
  const t = useWords(leaksWords);
  const { number } = useFormat();
  return (
    <li
      className={clsx('absolute inset-x-0 flex flex-col justify-end px-4 pb-2', top > 0 && 'border-line border-t')}
      style={{ top, height }}
    >
      <h2 className="font-semibold text-[15px] leading-5">
        {t(row.verdict)}
        {row.count !== null && <span className="tabular ml-1.5 font-normal text-muted">{number(row.count)}</span>}
      </h2>
      <p className="line-clamp-2 text-muted text-xs">{t(`${row.verdict}detail`)}</p>
    </li>
  );
}

const range = (first: number, end: number) => Array.from({ length: end - first }, (_, index) => first + index);

/** The place of the first finding from a row on: a group's heading is no stop. */
function placeInSight(rows: readonly Row[], from: number): number {
  const row = rows.slice(from, from + 2).find((one) => one.kind === 'finding');
  return row?.kind === 'finding' ? row.place : 0;
}

function layOut(
  items: readonly Item[],
  countOf: (verdict: Schema<'Verdict'>) => number | null,
  height: { group: number; row: number },
) {
  const rows: Row[] = [];
  const offsets = [0];
  const rowOf: number[] = [];
  let verdict: Schema<'Verdict'> | null = null;
  items.forEach((item, place) => {
    if (item.verdict !== verdict) {
      verdict = item.verdict;
      rows.push({ kind: 'group', verdict, count: countOf(verdict) });
      offsets.push((offsets.at(-1) ?? 0) + height.group);
    }

    rowOf.push(rows.length);
    rows.push({ kind: 'finding', item, place });
    offsets.push((offsets.at(-1) ?? 0) + height.row);
  });
  return { rows, offsets, rowOf };
}

const Narrow = '(max-width: 639px)';

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(Narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(Narrow).matches,
    () => false,
  );
}
