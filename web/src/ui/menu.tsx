'use client';
import { useState } from 'react';
import { afterPaint } from './after-paint';
import type { MenuProps } from './menu-props';

const useList = afterPaint(() => import('./menu-list').then((module) => module.MenuList));

/** Its trigger stands from the first paint; what opens comes a moment later. */
export function Menu(menu: MenuProps) {
  const List = useList();
  const [wasPressed, press] = useState(false);
  return List ? (
    <List {...menu} isOpenAtFirst={wasPressed} />
  ) : (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: it only remembers the press of the button inside. A key makes a click; a finger may be down while the list arrives, and then makes none.
    <span className="contents" onPointerDown={() => press(true)} onClick={() => press(true)}>
      {menu.trigger}
    </span>
  );
}
