'use client';
import { useEffect, useState } from 'react';

/** Frames do not come in a window that nobody sees; what waits for them must not wait for ever. */
const MaxWaitMs = 250;

/**
 * Turns true once what is ready has been on the screen for a frame. What a page is about is drawn first; what it shows besides is asked for and drawn after that.
 * @param isReady Whether what comes first is there, be it the answer or the error.
 */
export function useIsDrawn(isReady: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isReady) {
      return;
    }

    let after: ReturnType<typeof setTimeout> | undefined;
    const draw = () => setDrawn(true);
    // Of a frame, only what comes after its callbacks is drawn.
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
