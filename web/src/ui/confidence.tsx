'use client';
import { ChevronDown } from 'lucide-react';
import type { Schema } from '@/api/client';
import { useWords } from '@/i18n/language';
import { afterPaint } from './after-paint';
import { confidenceBand } from './confidence-band';
import { uiWords } from './words.en';

const filled = { high: 3, medium: 2, low: 1 } as const;

/** A band of three, not a false precision; the percentage and its reasons are one press away. */
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
            className={bar <= filled[band] ? 'w-1 rounded-[1px] bg-text' : 'w-1 rounded-[1px] bg-control/35'}
          />
        ))}
      </span>
      <span className="sr-only">{t(band)}</span>
    </span>
  );
}

interface Reasons {
  confidence: number;
  factors: readonly Schema<'ConfidenceFactor'>[];
}

const usePopover = afterPaint(() => import('./confidence-popover').then((module) => module.ConfidencePopover));

/** The band in words; pressed, "How was this calculated?". */
export function ConfidenceReasons(reasons: Reasons) {
  const t = useWords(uiWords);
  const Popover = usePopover();
  return Popover ? (
    <Popover {...reasons} />
  ) : (
    <span className="inline-flex items-center gap-2 px-1.5 py-0.5">
      <ConfidenceBand confidence={reasons.confidence} />
      <span>{t(confidenceBand(reasons.confidence))}</span>
      <ChevronDown aria-hidden className="size-3.5 text-muted" />
    </span>
  );
}
