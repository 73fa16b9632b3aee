export type Band = 'high' | 'medium' | 'low';

const HighFrom = 85;
const MediumFrom = 65;

/** @param confidence Percent, 0 to 100. */
export function confidenceBand(confidence: number): Band {
  return confidence >= HighFrom ? 'high' : confidence >= MediumFrom ? 'medium' : 'low';
}
