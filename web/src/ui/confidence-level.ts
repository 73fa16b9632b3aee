export type Band = 'high' | 'medium' | 'low';

const HighFrom = 80;
const MediumFrom = 60;

/** @param confidence Percent, 0 to 100. */
export function confidenceBand(confidence: number): Band {
  if (confidence >= HighFrom) {
    return 'high';
  }

  return confidence >= MediumFrom ? 'medium' : 'low';
}
