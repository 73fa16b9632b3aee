import type { ReactNode } from 'react';

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
