import type { Schema } from '@/api/client';

/** A place in a document that states a field or supports a finding. */
export interface Mark {
  id: string;
  label: string;
  pointer: Schema<'EvidencePointer'>;
  excerpt: string;
}

/** In fractions of the page, from its top left corner. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type SheetKind = 'pdf' | 'picture' | 'rows' | 'text' | 'source';

/** Chooses the view of a version by its content type, not by its file name. */
export function sheetOf(mimeType: string | null): SheetKind {
  switch (mimeType) {
    case 'application/pdf':
      return 'pdf';
    case 'text/csv':
    case 'text/tab-separated-values':
      return 'rows';
    case 'application/xml':
    case 'text/xml':
      return 'source';
    default:
      return mimeType?.startsWith('image/') ? 'picture' : 'text';
  }
}

const MarginX = 0.006;
const MarginY = 0.004;

/** The box of a mark on its page with a small margin, taken from its lines where it has no box of its own. */
export function placeOf(pointer: Schema<'EvidencePointer'>, lines: readonly Schema<'LineView'>[]): Place | null {
  const box = boxOf(pointer) ?? around(boxesOfLines(pointer, lines));
  if (box === null) {
    return null;
  }

  const x = Math.max(0, box.x - MarginX);
  const y = Math.max(0, box.y - MarginY);
  return {
    x,
    y,
    width: Math.min(1, box.x + box.width + MarginX) - x,
    height: Math.min(1, box.y + box.height + MarginY) - y,
  };
}

/** Groups marks of the same place, such as fields on one line, which become one button. */
export function byPlace(
  marks: readonly Mark[],
  lines: readonly Schema<'LineView'>[],
): { key: string; place: Place; marks: Mark[] }[] {
  const groups = new Map<string, { key: string; place: Place; marks: Mark[] }>();
  for (const mark of marks) {
    const place = placeOf(mark.pointer, lines);
    if (place !== null) {
      const key = [place.x, place.y, place.width, place.height].map((value) => value.toFixed(4)).join();
      const group = groups.get(key) ?? { key, place, marks: [] };
      group.marks.push(mark);
      groups.set(key, group);
    }
  }

  return [...groups.values()];
}

function boxOf({ box }: Schema<'EvidencePointer'>): Place | null {
  return box?.width && box.height ? { x: box.x ?? 0, y: box.y ?? 0, width: box.width, height: box.height } : null;
}

function boxesOfLines(
  { lineStart, lineEnd }: Schema<'EvidencePointer'>,
  lines: readonly Schema<'LineView'>[],
): Place[] {
  return lineStart == null
    ? []
    : lines
        .filter((line) => line.number >= lineStart && line.number <= (lineEnd ?? lineStart))
        .flatMap((line) => boxOf({ box: line.box }) ?? []);
}

function around(boxes: readonly Place[]): Place | null {
  if (boxes.length === 0) {
    return null;
  }

  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
