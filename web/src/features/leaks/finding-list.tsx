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
import { layOut, type Row, type RowHeights, visibleRows } from './list-layout';
import { useWindow } from './use-window';
import { leaksWords } from './words.en';

type Item = Schema<'FindingListItem'>;

/** Pixels drawn beyond each edge of the window, so that a row is there before it is seen. */
const Margin = 600;
/** The list loads more when it is this many rows from its end. */
const RowsAhead = 30;

interface FindingListProps {
  items: readonly Item[];
  total: number | null;
  countOf: (verdict: Schema<'Verdict'>) => number | null;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
  onDismiss: () => void;
  hasMore: boolean;
  onMore: () => void;
}

/** Thousands of findings, of which only those in sight are in the page. One tab stop; the arrow keys move inside. */
export function FindingList({ items, total, countOf, chosen, onChoose, onDismiss, hasMore, onMore }: FindingListProps) {
  const t = useWords(leaksWords);
  const list = useRef<HTMLUListElement>(null);
  const [active, activate] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const height = useRowHeights();
  const layout = useMemo(() => layOut(items, countOf, height), [items, countOf, height]);
  const { rows, offsets } = layout;
  const isDrawn = useIsDrawn(true);
  const [first, end, whole] = useWindow(list, offsets, isDrawn ? Margin : 0);
  const { shown, tabStop } = visibleRows(layout, { first, end, whole }, active, hasFocus);
  useEffect(() => {
    if (isDrawn && hasMore && end >= rows.length - RowsAhead) {
      onMore();
    }
  }, [isDrawn, hasMore, end, rows.length, onMore]);
  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(items.length - 1, place));
    activate(next);
    focusRow(list.current, next, offsets[layout.rowOf[next] ?? 0] ?? 0);
  };
  const onKeyDown = useListKeys({ items, active, goTo, chosen, onChoose, onDismiss });
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
        {shown.map(({ row, top }) =>
          row.kind === 'group' ? (
            <GroupRow key={row.verdict} row={row} top={top} height={height.group} />
          ) : (
            <FindingRow
              key={row.item.id}
              row={row}
              style={{ top, height: height.row }}
              total={total}
              isTabStop={row.place === tabStop}
              isChosen={chosen.has(row.item.id)}
              onChoose={onChoose}
              onActivate={activate}
            />
          ),
        )}
      </ul>
    </>
  );
}

/** Scrolls a row into the part of the window that nothing covers, then focuses its link. */
function focusRow(list: HTMLUListElement | null, place: number, top: number) {
  const position = (list?.getBoundingClientRect().top ?? 0) + top;
  if (position < 80) {
    window.scrollBy(0, position - 80);
  } else if (position > window.innerHeight - 160) {
    window.scrollBy(0, position - window.innerHeight + 160);
  }

  // The row may be drawn only after scrolling.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => list?.querySelector<HTMLElement>(`[data-place="${place}"] a`)?.focus()),
  );
}

function useListKeys({
  items,
  active,
  goTo,
  chosen,
  onChoose,
  onDismiss,
}: Pick<FindingListProps, 'items' | 'chosen' | 'onChoose' | 'onDismiss'> & {
  active: number;
  goTo: (place: number) => void;
}) {
  const mayChange = useMayChange();
  return (event: KeyboardEvent) => {
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
}

function FindingRow({
  row: { item, place },
  style,
  total,
  isTabStop,
  isChosen,
  onChoose,
  onActivate,
}: {
  row: Extract<Row, { kind: 'finding' }>;
  style: { top: number; height: number };
  total: number | null;
  isTabStop: boolean;
  isChosen: boolean;
  onChoose: FindingListProps['onChoose'];
  onActivate: (place: number) => void;
}) {
  const t = useWords(leaksWords);
  const mayChange = useMayChange();
  return (
    <li
      data-place={place}
      aria-setsize={total ?? -1}
      aria-posinset={place + 1}
      onFocus={() => onActivate(place)}
      className={clsx(
        'absolute inset-x-0 flex items-start gap-3 border-line border-t px-4 py-2.5',
        isChosen ? 'bg-selected' : 'hover:bg-hover',
      )}
      style={style}
    >
      {mayChange && (
        <span className="pt-px">
          <Checkbox
            isLabelHidden
            label={t('chooseOne', { title: item.title })}
            checked={isChosen}
            onChange={(checked) => onChoose(item.id, checked)}
          />
        </span>
      )}
      <Link to={pages.leak(item.id)} tabIndex={isTabStop ? 0 : -1} className="focus-ring flex min-w-0 flex-1 rounded">
        <FindingLine finding={item} />
      </Link>
    </li>
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

const Narrow = '(max-width: 639px)';
/** On a phone a sentence takes two lines. */
const Heights = { wide: { group: 60, row: 60 }, narrow: { group: 76, row: 80 } };

function useRowHeights(): RowHeights {
  const isNarrow = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(Narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(Narrow).matches,
    () => false,
  );
  return isNarrow ? Heights.narrow : Heights.wide;
}
