'use client';
import { ChevronDown } from 'lucide-react';
import type { Schema } from '@/api/client';
import { useWords } from '@/i18n/language';
import { afterPaint } from './after-paint';
import { ConfidenceBand } from './confidence-band';
import { confidenceBand } from './confidence-level';
import { uiWords } from './words.en';

interface Reasons {
  confidence: number;
  factors: readonly Schema<'ConfidenceFactor'>[];
}

const usePopover = afterPaint(() => import('./confidence-popover').then((module) => module.ConfidencePopover));

/** The band in words, which opens the calculation. */
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
