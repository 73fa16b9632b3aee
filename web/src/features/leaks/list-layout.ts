import type { Schema } from '@/api/client';

type Item = Schema<'FindingListItem'>;
type Verdict = Schema<'Verdict'>;

export type Row =
  | { kind: 'group'; verdict: Verdict; count: number | null }
  | { kind: 'finding'; item: Item; place: number };

export interface RowHeights {
  group: number;
  row: number;
}

export interface Layout {
  rows: Row[];
  /** The top of each row in pixels, then the height of the list. */
  offsets: number[];
  /** The row of each finding. */
  rowOf: number[];
}

/** Puts a heading before the first finding of each verdict. */
export function layOut(
  items: readonly Item[],
  countOf: (verdict: Verdict) => number | null,
  height: RowHeights,
): Layout {
  const rows: Row[] = [];
  const offsets = [0];
  const rowOf: number[] = [];
  let verdict: Verdict | null = null;
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

/**
 * The rows to draw, and the finding that Tab reaches. A focused row stays in the page when it is scrolled away, since
 * the keyboard would lose its place; without focus, Tab reaches a finding in sight.
 * @param range The rows near the window, and the first that is fully visible.
 */
export function visibleRows(
  { rows, offsets, rowOf }: Layout,
  range: { first: number; end: number; whole: number },
  active: number,
  hasFocus: boolean,
) {
  const { first, end, whole } = range;
  const activeRow = rowOf[active] ?? 0;
  const isInRange = activeRow >= first && activeRow < end;
  const indexes = Array.from({ length: end - first }, (_, index) => first + index);
  if (hasFocus && !isInRange) {
    indexes.splice(activeRow < first ? 0 : indexes.length, 0, activeRow);
  }

  const shown = indexes.flatMap((index) => {
    const row = rows[index];
    return row ? [{ row, top: offsets[index] ?? 0 }] : [];
  });
  return { shown, tabStop: hasFocus || isInRange ? active : firstPlaceFrom(rows, whole) };
}

/** The first finding from a row on. Headings cannot be focused. */
function firstPlaceFrom(rows: readonly Row[], from: number): number {
  const row = rows.slice(from, from + 2).find(({ kind }) => kind === 'finding');
  return row?.kind === 'finding' ? row.place : 0;
}
