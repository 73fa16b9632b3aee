import type { Schema } from '@/api/client';
import { type Amount, approximate, sum } from '@/format/money';

type Finding = Pick<Schema<'FindingView'>, 'account' | 'currency' | 'periodStart' | 'periodEnd' | 'bridge'>;
type Stream = Schema<'StreamFigures'>;
type Period = Schema<'PeriodFigures'>;

export interface Charge {
  id: string;
  product: string;
  start: string;
  end: string;
  amount: Amount;
  currency: string;
  /** It is in the period of the finding. */
  isOfFinding: boolean;
}

export interface BridgeEnds {
  before: Period;
  now: Period;
  stream: Stream;
}

const MaxCharges = 12;

/** The vendor's charges up to and around the finding, the latest first. */
export function chargesOf(streams: readonly Stream[], finding: Finding): Charge[] {
  return streams
    .filter((stream) => isOfAccount(stream, finding))
    .flatMap((stream, index) =>
      stream.periods.map((period) => ({
        id: `${index} ${period.start}`,
        product: stream.product,
        start: period.start,
        end: period.end,
        amount: period.amount,
        currency: stream.currency,
        isOfFinding: isWithin(period, finding),
      })),
    )
    .sort((a, b) => b.start.localeCompare(a.start) || a.product.localeCompare(b.product))
    .slice(0, MaxCharges);
}

/**
 * The two amounts that the finding's bridge connects: those of two consecutive periods whose difference is the sum of
 * the bridge. Null where none fits; then only the parts are shown.
 */
export function bridgeEnds(streams: readonly Stream[], finding: Finding): BridgeEnds | null {
  const parts = finding.bridge.map((part) => part.amount).filter((amount) => amount !== null);
  if (parts.length === 0 || parts.length !== finding.bridge.length) {
    return null;
  }

  const total = approximate(sum(parts));
  for (const stream of streams.filter((candidate) => isOfAccount(candidate, finding))) {
    for (let index = stream.periods.length - 1; index > 0; index--) {
      const [before, now] = [stream.periods[index - 1], stream.periods[index]];
      if (
        before &&
        now &&
        isWithin(now, finding) &&
        Math.abs(approximate(now.amount) - approximate(before.amount) - total) < 0.005
      ) {
        return { before, now, stream };
      }
    }
  }

  return null;
}

function isOfAccount(stream: Stream, finding: Finding): boolean {
  return finding.account === null || stream.account === null || stream.account === finding.account;
}

function isWithin(period: Period, finding: Finding): boolean {
  return (
    finding.periodStart !== null &&
    finding.periodEnd !== null &&
    period.start >= finding.periodStart &&
    period.start < finding.periodEnd
  );
}
