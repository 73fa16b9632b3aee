'use client';
import { type ComponentType, useEffect, useState } from 'react';

/** A hook that hands out a component once the page stands: what only opens when pressed does not delay the first paint. */
export function afterPaint<Props>(load: () => Promise<ComponentType<Props>>): () => ComponentType<Props> | null {
  let loaded: ComponentType<Props> | null = null;
  return () => {
    const [component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (component === null) {
        void load().then((arrived) => {
          loaded = arrived;
          setComponent(() => arrived);
        });
      }
    }, [component]);
    return component;
  };
}
