'use client';
import { type ComponentType, useEffect, useState } from 'react';

const MaxWaitMs = 1500;
const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
let wanted: Promise<void> | null = null;

/**
 * Resolves at the first input, or after a while: until then the page's data has the network and processor to itself.
 */
function whenWanted(): Promise<void> {
  wanted ??= new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const sign of signs) {
        window.removeEventListener(sign, done);
      }

      resolve();
    };
    const timer = setTimeout(done, MaxWaitMs);
    for (const sign of signs) {
      window.addEventListener(sign, done, { passive: true });
    }
  });
  return wanted;
}

/** A hook that loads a component after the page has rendered: menus and popovers do not delay the first data. */
export function afterPaint<Props>(load: () => Promise<ComponentType<Props>>): () => ComponentType<Props> | null {
  let loaded: ComponentType<Props> | null = null;
  return () => {
    const [component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (component === null) {
        void whenWanted()
          .then(load)
          .then((arrived) => {
            loaded = arrived;
            setComponent(() => arrived);
          });
      }
    }, [component]);
    return component;
  };
}
