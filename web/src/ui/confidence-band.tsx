'use client';
import { useWords } from '@/i18n/language';
import { type Band, confidenceBand } from './confidence-level';
import { uiWords } from './words.en';

const bars: Record<Band, number> = { high: 3, medium: 2, low: 1 };

/** One of three bands instead of a false precision; the popover shows the percentage and its reasons. */
export function ConfidenceBand({ confidence }: { confidence: number }) {
  const t = useWords(uiWords);
  const band = confidenceBand(confidence);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted" title={t(band)}>
      <span aria-hidden className="inline-flex items-end gap-0.5">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            style={{ height: 3 + bar * 3 }}
            className={bar <= bars[band] ? 'w-1 rounded-[1px] bg-text' : 'w-1 rounded-[1px] bg-control/35'}
          />
        ))}
      </span>
      <span className="sr-only">{t(band)}</span>
    </span>
  );
}
