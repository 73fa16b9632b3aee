import type { ReactNode } from 'react';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  /** Makes the item one of a set and states whether it is selected. */
  isChosen?: boolean;
  isCritical?: boolean;
  disabled?: boolean;
}

export interface MenuProps {
  /** A Button. */
  trigger: ReactNode;
  items: readonly MenuItem[];
  /** Stays open, so that several items can be selected. */
  keepsOpen?: boolean;
}
