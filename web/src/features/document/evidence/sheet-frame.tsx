'use client';
import clsx from 'clsx';
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useWords } from '@/i18n/language';
import { IconButton } from '@/ui/button';
import { desk } from './page-skeleton';
import { evidenceWords } from './words.en';

/** The frame around pages, rows and texts: a bar with actions and an area that scrolls on its own. */
export function SheetFrame({
  bar,
  note,
  scroller,
  className,
  children,
}: {
  bar?: ReactNode;
  note?: ReactNode;
  scroller?: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}) {
  const t = useWords(evidenceWords);
  return (
    <div className={desk}>
      {bar && (
        <div className="flex min-h-10 items-center justify-between gap-2 border-line border-b bg-card px-2">{bar}</div>
      )}
      {note && <p className="border-line border-b bg-evidence-tint px-3 py-1.5 text-xs">{note}</p>}
      <section
        ref={scroller}
        aria-label={t('document')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
        tabIndex={0}
        className={clsx('focus-ring -outline-offset-2! max-h-[min(78dvh,960px)] overflow-auto', className)}
      >
        {children}
      </section>
    </div>
  );
}

export function PageTurner({ page, pages, onTurn }: { page: number; pages: number; onTurn: (page: number) => void }) {
  const t = useWords(evidenceWords);
  return (
    <div className="flex items-center gap-1">
      {pages > 1 && (
        <IconButton label={t('previousPage')} disabled={page <= 1} onClick={() => onTurn(page - 1)}>
          <ChevronLeft aria-hidden className="size-4" />
        </IconButton>
      )}
      <span className="tabular px-1 text-muted text-xs">{t('page', { page, pages })}</span>
      {pages > 1 && (
        <IconButton label={t('nextPage')} disabled={page >= pages} onClick={() => onTurn(page + 1)}>
          <ChevronRight aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  );
}

const Zooms = [1, 1.5, 2, 3];

export function Zoom({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  const t = useWords(evidenceWords);
  const at = Zooms.indexOf(zoom);
  return (
    <div className="flex items-center">
      <IconButton label={t('zoomOut')} disabled={at <= 0} onClick={() => onZoom(Zooms[at - 1] ?? 1)}>
        <ZoomOut aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t('zoomIn')} disabled={at >= Zooms.length - 1} onClick={() => onZoom(Zooms[at + 1] ?? 1)}>
        <ZoomIn aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

/** Scrolls the highlighted place into the middle of its own area; the page around it does not move. */
export function useInView(scroller: RefObject<HTMLElement | null>, what: string | undefined, ...again: unknown[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls again when the target has moved.
  useEffect(() => {
    const area = scroller.current;
    const lit = area?.querySelector<HTMLElement>('[data-lit="true"]');
    if (area && lit) {
      const outer = area.getBoundingClientRect();
      const inner = lit.getBoundingClientRect();
      area.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
      area.scrollLeft += inner.left - outer.left - Math.max(16, (outer.width - inner.width) / 2);
    }
  }, [scroller, what, ...again]);
}

/** The page of the highlighted mark, until the visitor turns it. */
export function useTurnedPage(lit: number | null | undefined): [number, (page: number) => void] {
  const [turned, turn] = useState<{ page: number; from: number | null | undefined } | null>(null);
  return [turned !== null && turned.from === lit ? turned.page : (lit ?? 1), (page) => turn({ page, from: lit })];
}
