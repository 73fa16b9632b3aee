'use client';
import { useRef } from 'react';
import { QueryBoundary } from '@/ui/states';
import { LineList } from './line-list';
import { usePageText } from './original';
import { PageSkeleton } from './page-skeleton';
import { PageTurner, SheetFrame, useInView, useTurnedPage } from './sheet-frame';
import type { SheetProps } from './sheet-props';

/** The text of a page line by line, for mails and for pages that cannot be drawn. */
export function TextSheet({ documentId, versionId, note, ...rest }: SheetProps & { note?: string }) {
  const lit = rest.marks.find((mark) => mark.id === rest.selected);
  const [page, turn] = useTurnedPage(lit?.pointer.page);
  const scroller = useRef<HTMLElement>(null);
  const text = usePageText(documentId, versionId, page);
  useInView(scroller, rest.selected, page, text.data);
  return (
    <QueryBoundary query={text} skeleton={<PageSkeleton />}>
      {(view) => (
        <SheetFrame
          scroller={scroller}
          note={note}
          bar={view.pageCount > 1 && <PageTurner page={page} pages={view.pageCount} onTurn={turn} />}
        >
          <LineList
            {...rest}
            lines={view.lines}
            marks={rest.marks.filter((mark) => (mark.pointer.page ?? 1) === page)}
          />
        </SheetFrame>
      )}
    </QueryBoundary>
  );
}
