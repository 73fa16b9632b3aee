'use client';
import { useEffect, useState } from 'react';

/** A hidden window gets no frames, so the wait for one is limited. */
const MaxWaitMs = 250;

/**
 * True once the main content has been on the screen for a frame. Everything else on the page is loaded and drawn
 * after it.
 * @param isReady Whether the main content, or its error, has arrived.
 */
export function useIsDrawn(isReady: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isReady) {
      return;
    }

    let after: ReturnType<typeof setTimeout> | undefined;
    const draw = () => setDrawn(true);
    // A frame is drawn after its callbacks have run.
    const frame = requestAnimationFrame(() => {
      after = setTimeout(draw);
    });
    const atMost = setTimeout(draw, MaxWaitMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
      clearTimeout(atMost);
    };
  }, [isReady]);
  return isDrawn;
}
