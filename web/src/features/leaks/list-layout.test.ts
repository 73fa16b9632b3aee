import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/client';
import { layOut, visibleRows } from './list-layout';

const item = (verdict: Schema<'Verdict'>) => ({ verdict }) as Schema<'FindingListItem'>;
const layout = layOut([item('LEAK'), item('LEAK'), item('REVIEW')], () => null, { group: 60, row: 80 });
const visible = (range: { first: number; end: number; whole: number }, active: number, hasFocus: boolean) => {
  const { shown, tabStop } = visibleRows(layout, range, active, hasFocus);
  return [shown.map(({ top }) => top), tabStop];
};

describe('the layout of a list', () => {
  it('has a heading before the first finding of each verdict', () => {
    expect(layout.rows.map(({ kind }) => kind)).toEqual(['group', 'finding', 'finding', 'group', 'finding']);
    expect(layout.offsets).toEqual([0, 60, 140, 220, 280, 360]);
    expect(layout.rowOf).toEqual([1, 2, 4]);
  });
});

describe('the visible rows', () => {
  it('are those of the range, and Tab reaches the active finding', () => {
    expect(visible({ first: 1, end: 3, whole: 1 }, 1, false)).toEqual([[60, 140], 1]);
  });

  it('keep a focused row on either side of the range', () => {
    expect(visible({ first: 2, end: 4, whole: 2 }, 0, true)).toEqual([[60, 140, 220], 0]);
    expect(visible({ first: 1, end: 3, whole: 1 }, 2, true)).toEqual([[60, 140, 280], 2]);
  });

  it('without focus let Tab reach a finding in sight, not a heading', () => {
    expect(visible({ first: 3, end: 5, whole: 3 }, 0, false)).toEqual([[220, 280], 2]);
  });
});
