'use client';
import { useState } from 'react';
import { afterPaint } from './after-paint';
import type { MenuProps } from './menu-props';

const useList = afterPaint(() => import('./menu-list').then((module) => module.MenuList));

/** A menu whose trigger renders at once and whose list loads a moment later. */
export function Menu(menu: MenuProps) {
  const List = useList();
  const [wasPressed, press] = useState(false);
  return List ? (
    <List {...menu} isOpenAtFirst={wasPressed} />
  ) : (
    // A press before the list has loaded is remembered: a key makes a click, while a finger may still be down.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside is the control.
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the control.
    <span className="contents" onPointerDown={() => press(true)} onClick={() => press(true)}>
      {menu.trigger}
    </span>
  );
}
