'use client';
import { type ReactNode, useState } from 'react';
import { afterPaint } from './after-paint';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  /** Present: the item is one of a set, and says whether it is chosen. */
  isChosen?: boolean;
  isCritical?: boolean;
  disabled?: boolean;
}

export interface MenuProps {
  /** A Button. */
  trigger: ReactNode;
  items: readonly MenuItem[];
  /** Several items may be chosen without it closing. */
  keepsOpen?: boolean;
}

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
