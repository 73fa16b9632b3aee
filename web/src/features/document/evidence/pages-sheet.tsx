'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '@/i18n/language';
import { ErrorState } from '@/ui/states';
import { useOriginal, usePageText } from './original';
import { PageMarks } from './page-marks';
import { PageSkeleton } from './page-skeleton';
import { PdfPage } from './pdf-page';
import { PageTurner, SheetFrame, useInView, useTurnedPage, Zoom } from './sheet-frame';
import type { SheetProps } from './sheet-props';
import { TextSheet } from './text-sheet';
import { evidenceWords } from './words.en';

/** Pages of a PDF, or a picture, with the marks on them. A page that cannot be drawn is replaced by its text. */
export function PagesSheet({ kind, ...sheet }: SheetProps & { kind: 'pdf' | 'picture' }) {
  const { documentId, versionId, marks, selected, onSelect } = sheet;
  const t = useWords(evidenceWords);
  const lit = marks.find((mark) => mark.id === selected);
  const [page, turn] = useTurnedPage(lit?.pointer.page);
  const [zoom, setZoom] = useState(1);
  const [isBroken, setBroken] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const text = usePageText(documentId, versionId, page);
  const original = useOriginal(documentId, versionId);
  useInView(scroller, selected, page, zoom, text.data);
  const address = useAddress(original.data);
  const onPage = useMemo(() => marks.filter((mark) => (mark.pointer.page ?? 1) === page), [marks, page]);
  if (isBroken) {
    return <TextSheet {...sheet} note={t('notShown')} />;
  }

  const failed = [text, original].find((query) => query.error);
  if (failed) {
    return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  }

  if (text.data === undefined) {
    return <PageSkeleton />;
  }

  const { width, height, pageCount, lines } = text.data;
  return (
    <SheetFrame
      scroller={scroller}
      bar={
        <>
          <PageTurner page={page} pages={pageCount} onTurn={turn} />
          <div className="flex items-center gap-1">
            {address && <OpenOriginal address={address} />}
            <Zoom zoom={zoom} onZoom={setZoom} />
          </div>
        </>
      }
    >
      <div className="p-3 sm:p-4" style={{ width: `${zoom * 100}%` }}>
        <div
          className="relative overflow-hidden bg-white shadow-[0_1px_4px_rgb(0_0_0/0.18)]"
          style={{ aspectRatio: `${width} / ${height}` }}
        >
          {kind === 'pdf' && original.data && (
            <PdfPage file={original.data} page={page} onBroken={() => setBroken(true)} />
          )}
          {kind === 'picture' && address && (
            // biome-ignore lint/performance/noImgElement: Next cannot optimize a blob.
            <img src={address} alt="" className="absolute inset-0 size-full" onError={() => setBroken(true)} />
          )}
          <PageMarks marks={onPage} lines={lines} selected={selected} onSelect={onSelect} />
        </div>
      </div>
    </SheetFrame>
  );
}

function OpenOriginal({ address }: { address: string }) {
  const t = useWords(evidenceWords);
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className="focus-ring rounded px-1.5 text-muted text-xs underline underline-offset-2 hover:text-text"
    >
      {t('openOriginal')}
    </a>
  );
}

/** An object URL of the file, revoked when it is no longer shown. */
function useAddress(file: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === undefined) {
      return;
    }

    const created = URL.createObjectURL(file);
    setAddress(created);
    return () => URL.revokeObjectURL(created);
  }, [file]);
  return address;
}
