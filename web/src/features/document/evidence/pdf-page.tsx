'use client';
import * as pdfjs from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

/** More than this and phones refuse the canvas. */
const MaxPixels = 16_000_000;

type Pdf = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>;

/** One page, drawn as wide as the place it has and as sharp as the screen. */
export function PdfPage({ file, page, onBroken }: { file: Blob; page: number; onBroken: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [width, setWidth] = useState(0);
  const broken = useRef(onBroken);
  broken.current = onBroken;

  useEffect(() => {
    let isOld = false;
    let task: ReturnType<typeof pdfjs.getDocument> | undefined;
    void file
      .arrayBuffer()
      .then(async (data) => {
        if (!isOld) {
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
        }
      })
      .catch(() => isOld || broken.current());
    return () => {
      isOld = true;
      void task?.destroy();
    };
  }, [file]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) {
      return;
    }

    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (pdf === null || width === 0) {
      return;
    }

    let isOld = false;
    let drawing: { cancel(): void } | undefined;
    void pdf
      .getPage(page)
      .then(async (opened) => {
        const element = canvas.current;
        if (isOld || element === null) {
          return;
        }

        const plain = opened.getViewport({ scale: 1 });
        const wanted = (width / plain.width) * (window.devicePixelRatio || 1);
        const scale = Math.min(wanted, Math.sqrt(MaxPixels / (plain.width * plain.height)));
        const viewport = opened.getViewport({ scale });
        // Drawn beside the page and put there whole: a zoom never shows it half empty.
        const sheet = document.createElement('canvas');
        sheet.width = Math.round(viewport.width);
        sheet.height = Math.round(viewport.height);
        const task = opened.render({ canvas: sheet, viewport });
        drawing = task;
        await task.promise;
        if (!isOld) {
          element.width = sheet.width;
          element.height = sheet.height;
          element.getContext('2d')?.drawImage(sheet, 0, 0);
          element.dataset.page = String(page);
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
