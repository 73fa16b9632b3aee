'use client';
import * as pdfjs from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

/** Phones refuse a larger canvas. */
const MaxPixels = 16_000_000;

type Pdf = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>;
type PdfPageProxy = Awaited<ReturnType<Pdf['getPage']>>;

/** One page, drawn at the width available and the resolution of the screen. */
export function PdfPage({ file, page, onBroken }: { file: Blob; page: number; onBroken: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const broken = useRef(onBroken);
  broken.current = onBroken;
  const pdf = usePdf(file, broken);
  const width = useWidth(canvas);
  useEffect(() => {
    if (pdf === null || width === 0) {
      return;
    }

    let isOld = false;
    let drawing: { cancel(): void } | undefined;
    void pdf
      .getPage(page)
      .then(async (opened) => {
        if (isOld) {
          return;
        }

        // The page is drawn off screen and copied when it is complete, so that zooming never shows it half empty.
        const sheet = document.createElement('canvas');
        const task = render(opened, sheet, width);
        drawing = task;
        await task.promise;
        if (!isOld && canvas.current) {
          copy(sheet, canvas.current, page);
        }
      })
      .catch(() => isOld || broken.current());
    return () => {
      isOld = true;
      drawing?.cancel();
    };
  }, [pdf, page, width]);

  return <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" data-testid="pdf-page" />;
}

function usePdf(file: Blob, onBroken: RefObject<() => void>): Pdf | null {
  const [pdf, setPdf] = useState<Pdf | null>(null);
  useEffect(() => {
    let isOld = false;
    let task: ReturnType<typeof pdfjs.getDocument> | undefined;
    const open = async () => {
      const data = await file.arrayBuffer();
      if (isOld) {
        return;
      }

      task = pdfjs.getDocument({
        data,
        cMapUrl: '/pdfjs/cmaps/',
        standardFontDataUrl: '/pdfjs/standard_fonts/',
        wasmUrl: '/pdfjs/wasm/',
      });
      const opened = await task.promise;
      if (!isOld) {
        setPdf(opened);
      }
    };
    open().catch(() => isOld || onBroken.current());
    return () => {
      isOld = true;
      void task?.destroy();
    };
  }, [file, onBroken]);
  return pdf;
}

function useWidth(canvas: RefObject<HTMLCanvasElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) {
      return;
    }

    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas]);
  return width;
}

function render(page: PdfPageProxy, sheet: HTMLCanvasElement, width: number) {
  const original = page.getViewport({ scale: 1 });
  const wanted = (width / original.width) * (window.devicePixelRatio || 1);
  const scale = Math.min(wanted, Math.sqrt(MaxPixels / (original.width * original.height)));
  const viewport = page.getViewport({ scale });
  sheet.width = Math.round(viewport.width);
  sheet.height = Math.round(viewport.height);
  return page.render({ canvas: sheet, viewport });
}

function copy(sheet: HTMLCanvasElement, target: HTMLCanvasElement, page: number) {
  target.width = sheet.width;
  target.height = sheet.height;
  target.getContext('2d')?.drawImage(sheet, 0, 0);
  target.dataset.page = String(page);
}
