'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { visibleRange } from './visible-range';

/**
 * The rows of a long list that are near the window. The list scrolls with the page.
 * @param margin Pixels to draw beyond each edge of the window.
 * @returns The first row, the one after the last, and the first that is fully visible.
 */
export function useWindow(list: RefObject<HTMLElement | null>, offsets: readonly number[], margin: number) {
  const [view, setView] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
      setView((before) =>
        before.top === top && before.height === window.innerHeight ? before : { top, height: window.innerHeight },
      );
    };
    const later = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [list]);
  const [first, end] = visibleRange(offsets, view.top, view.height, margin);
  let whole = first;
  while (whole < end - 1 && (offsets[whole] ?? 0) < view.top) {
    whole += 1;
  }

  return [first, end, whole] as const;
}
