/** Each of these times four has at most two digits. */
const Steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const Ticks = 4;

/** The smallest round value that is not below, so that the axis divides into round ticks. */
export function niceCeiling(value: number): number {
  if (value <= 0) {
    return 0;
  }

  const step = value / Ticks;
  const power = 10 ** Math.floor(Math.log10(step));
  const round = Steps.find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return round * power * Ticks;
}

export function ticksTo(top: number): number[] {
  return top === 0 ? [0] : Array.from({ length: Ticks + 1 }, (_, tick) => (top / Ticks) * tick);
}

export interface Span {
  /** Shares of the axis, 0 to 1. */
  from: number;
  to: number;
}

/** The position of each step of a waterfall: totals start at the axis, changes where the previous step ended. */
export function waterfallSpans(steps: readonly { value: number; isTotal: boolean }[]): { spans: Span[]; zero: number } {
  let at = 0;
  const raw = steps.map(({ value, isTotal }) => {
    const from = isTotal ? 0 : at;
    at = isTotal ? value : at + value;
    return [Math.min(from, at), Math.max(from, at)] as const;
  });
  const low = Math.min(0, ...raw.map(([from]) => from));
  const high = Math.max(0, ...raw.map(([, to]) => to));
  const width = high - low || 1;
  return {
    spans: raw.map(([from, to]) => ({ from: (from - low) / width, to: (to - low) / width })),
    zero: -low / width,
  };
}
