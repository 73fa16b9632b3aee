/**
 * The rows in or near the window.
 * @param offsets The top of each row, then the end of the last: one more than there are rows, ascending.
 * @param top The top of the window, relative to the list.
 * @param margin Pixels beyond each edge of the window, so that a row is drawn before it is seen.
 * @returns The first row and the one after the last.
 */
export function visibleRange(
  offsets: readonly number[],
  top: number,
  height: number,
  margin: number,
): [first: number, end: number] {
  const rows = offsets.length - 1;
  if (rows <= 0) {
    return [0, 0];
  }

  const first = Math.max(0, lastAtOrBefore(offsets, top - margin));
  const last = Math.min(rows - 1, Math.max(0, lastAtOrBefore(offsets, top + height + margin)));
  return [Math.min(first, rows - 1), last + 1];
}

function lastAtOrBefore(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= position) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }

  return (offsets[low] ?? 0) <= position ? low : -1;
}
