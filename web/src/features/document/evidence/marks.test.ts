import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/client';
import { byPlace, type Mark, placeOf, sheetOf } from './marks';

const line = (number: number, x: number, y: number, width: number): Schema<'LineView'> => ({
  number,
  text: `line ${number}`,
  box: { x, y, width, height: 0.01 },
});
const mark = (id: string, pointer: Schema<'EvidencePointer'>): Mark => ({ id, label: id, pointer, excerpt: '' });

describe('a place', () => {
  it('is the box, with a little air around it', () => {
    const place = placeOf({ box: { x: 0.1, y: 0.2, width: 0.5, height: 0.01 } }, []);
    expect(place?.x).toBeCloseTo(0.094);
    expect(place?.width).toBeCloseTo(0.512);
    expect(place?.height).toBeCloseTo(0.018);
  });

  it('never leaves the page', () => {
    expect(placeOf({ box: { x: 0, y: 0, width: 1, height: 1 } }, [])).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('without a box covers its lines', () => {
    const place = placeOf({ lineStart: 2, lineEnd: 3 }, [
      line(1, 0, 0, 1),
      line(2, 0.2, 0.1, 0.3),
      line(3, 0.1, 0.2, 0.2),
    ]);
    expect(place?.x).toBeCloseTo(0.094);
    expect(place?.y).toBeCloseTo(0.096);
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeCloseTo(0.506);
  });

  it('is unknown without box and line', () => {
    expect(placeOf({ page: 1 }, [line(1, 0, 0, 1)])).toBeNull();
  });
});

it('gathers the fields of one line', () => {
  const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.02 };
  const groups = byPlace([mark('a', { box }), mark('b', { box }), mark('c', { box: { ...box, y: 0.5 } })], []);
  expect(groups.map((group) => group.marks.map((entry) => entry.id))).toEqual([['a', 'b'], ['c']]);
});

it.each([
  ['application/pdf', 'pdf'],
  ['image/png', 'picture'],
  ['text/csv', 'rows'],
  ['application/xml', 'source'],
  ['message/rfc822', 'text'],
  [null, 'text'],
])('shows %s as %s', (mimeType, sheet) => {
  expect(sheetOf(mimeType)).toBe(sheet);
});
