'use client';
import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { ConfidenceBand } from './confidence-band';
import { confidenceBand } from './confidence-level';
import { uiWords } from './words.en';

/** Explains the confidence: the base and each reason that changed it. */
export function ConfidencePopover({
  confidence,
  factors,
}: {
  confidence: number;
  factors: readonly Schema<'ConfidenceFactor'>[];
}) {
  const t = useWords(uiWords);
  const { number } = useFormat();
  const percent = number(confidence / 100, { style: 'percent' });
  return (
    <Popover.Root>
      <Popover.Trigger className="focus-ring inline-flex items-center gap-2 rounded-lg px-1.5 py-0.5 hover:bg-hover">
        <ConfidenceBand confidence={confidence} />
        <span>{t(confidenceBand(confidence))}</span>
        <ChevronDown aria-hidden className="size-3.5 text-muted" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={clsx(
            'z-40 w-80 max-w-[calc(100vw-24px)] rounded-card border border-line bg-card p-4',
            'text-text shadow-lg outline-none',
          )}
        >
          <h3 className="font-semibold">{t('howCalculated')}</h3>
          <dl className="tabular mt-2">
            {factors.map((factor) => (
              <div key={factor.reason} className="flex justify-between gap-4 py-0.5">
                <dt className="text-muted">{factor.reason}</dt>
                <dd>{number(factor.delta, { signDisplay: 'exceptZero' })}</dd>
              </div>
            ))}
            <div className="mt-1 flex justify-between gap-4 border-line border-t pt-1.5 font-semibold">
              <dt>{t('total')}</dt>
              <dd>{percent}</dd>
            </div>
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
