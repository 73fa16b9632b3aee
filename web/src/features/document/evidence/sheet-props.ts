import type { Mark } from './marks';

export interface SheetProps {
  documentId: string;
  versionId: string;
  marks: readonly Mark[];
  /** The mark that is lit and brought into view. */
  selected?: string;
  /** Absent where marks cannot be selected. */
  onSelect?: (id: string) => void;
}
