'use client';
import clsx from 'clsx';
import { useRef, useState } from 'react';
import { answer, api } from '@/api/client';
import { useShopQuery } from '@/api/queries';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { QueryBoundary } from '@/ui/states';
import type { Mark } from './marks';
import { PageSkeleton } from './page-skeleton';
import { SheetFrame, useInView } from './sheet-frame';
import type { SheetProps } from './sheet-props';
import { evidenceWords } from './words.en';

const PageRows = 60;
const RowsBefore = 12;

/** The rows of a statement around the highlighted one. The first row of the file stays visible as the heading. */
export function RowsSheet({ documentId, versionId, marks, selected, onSelect }: SheetProps) {
  const t = useWords(evidenceWords);
  const lit = marks.find((mark) => mark.id === selected)?.pointer;
  const [moved, move] = useState<{ from: number; lit: number | null | undefined } | null>(null);
  const from = moved !== null && moved.lit === lit?.row ? moved.from : firstRowAround(lit?.row ?? 1);
  const scroller = useRef<HTMLElement>(null);
  const rows = useRows(documentId, versionId, from, PageRows);
  const heading = useRows(documentId, versionId, 1, 1);
  useInView(scroller, selected, rows.data, heading.data);
  const first = heading.data?.items[0];
  return (
    <QueryBoundary query={rows} skeleton={<PageSkeleton />}>
      {({ items, nextCursor }) => {
        const last = items.at(-1)?.row ?? from;
        return (
          <SheetFrame
            scroller={scroller}
            bar={
              (from > 1 || nextCursor) && (
                <Turner
                  hasEarlier={from > 1}
                  hasLater={nextCursor !== null}
                  onEarlier={() => move({ from: Math.max(1, from - PageRows), lit: lit?.row })}
                  onLater={() => move({ from: last + 1, lit: lit?.row })}
                />
              )
            }
          >
            <table className="min-w-full border-collapse bg-card text-left text-xs">
              <caption className="sr-only">{t('rows')}</caption>
              {first && (
                <thead className="sticky top-0 z-10 bg-card shadow-[0_1px_0_var(--line)]">
                  <Cells row={first} as="th" />
                </thead>
              )}
              <tbody>
                {items
                  .filter((row) => row.row !== first?.row)
                  .map((row) => (
                    <MarkedRow key={row.row} row={row} marks={marks} lit={lit} onSelect={onSelect} />
                  ))}
              </tbody>
            </table>
          </SheetFrame>
        );
      }}
    </QueryBoundary>
  );
}

/** Files are shown from their first row when the highlighted one is near it. */
function firstRowAround(row: number): number {
  const first = Math.max(1, row - RowsBefore);
  return first < RowsBefore * 2 ? 1 : first;
}

function Turner({
  hasEarlier,
  hasLater,
  onEarlier,
  onLater,
}: {
  hasEarlier: boolean;
  hasLater: boolean;
  onEarlier: () => void;
  onLater: () => void;
}) {
  const t = useWords(evidenceWords);
  return (
    <>
      <Button size="small" disabled={!hasEarlier} onClick={onEarlier}>
        {t('earlier')}
      </Button>
      <Button size="small" disabled={!hasLater} onClick={onLater}>
        {t('later')}
      </Button>
    </>
  );
}

interface Row {
  row: number;
  cells: readonly string[];
}

function MarkedRow({
  row,
  marks,
  lit,
  onSelect,
}: Pick<SheetProps, 'marks' | 'onSelect'> & { row: Row; lit: Mark['pointer'] | undefined }) {
  const t = useWords(evidenceWords);
  const mark = marks.find(({ pointer }) => pointer.row === row.row);
  const isLit = lit?.row === row.row;
  return (
    <Cells
      row={row}
      as="td"
      isLit={isLit}
      column={isLit ? lit?.column : undefined}
      onSelect={mark && onSelect ? () => onSelect(mark.id) : undefined}
      label={mark && t('row', { row: String(row.row), field: mark.label })}
    />
  );
}

function Cells({
  row,
  as: Cell,
  isLit = false,
  column,
  onSelect,
  label,
}: {
  row: Row;
  as: 'th' | 'td';
  isLit?: boolean;
  column?: number | null;
  onSelect?: () => void;
  label?: string;
}) {
  return (
    <tr className={clsx(isLit && 'bg-evidence-tint outline-2 outline-evidence -outline-offset-2')}>
      <Cell className="tabular border-line border-b px-2 py-1.5 text-right font-normal text-muted">
        {onSelect ? (
          <button
            type="button"
            aria-pressed={isLit}
            aria-label={label}
            onClick={onSelect}
            className="focus-ring rounded px-1 underline decoration-dotted underline-offset-2"
          >
            {row.row}
          </button>
        ) : (
          row.row
        )}
      </Cell>
      {row.cells.map((cell, index) => {
        const isHere = isLit && column === index + 1;
        return (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is identified by its column.
            key={index}
            data-lit={isHere || (isLit && column == null && index === 0)}
            className={clsx(
              'max-w-64 truncate whitespace-nowrap border-line border-b px-2 py-1.5',
              Cell === 'th' && 'font-medium',
              isHere && 'font-semibold text-evidence underline decoration-2 underline-offset-4',
            )}
            title={cell.length > 40 ? cell : undefined}
          >
            {cell}
          </Cell>
        );
      })}
    </tr>
  );
}

function useRows(documentId: string, versionId: string, from: number, limit: number) {
  return useShopQuery(
    ['rows', documentId, versionId, from, limit],
    (shopId, signal) =>
      answer(
        api.GET('/v1/shops/{shopId}/documents/{documentId}/rows', {
          params: { path: { shopId, documentId }, query: { versionId, from, limit } },
          signal,
        }),
      ),
    { staleTime: Number.POSITIVE_INFINITY },
  );
}
