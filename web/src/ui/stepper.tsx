'use client';
import clsx from 'clsx';
import { Check, X } from 'lucide-react';
import { useWords } from '@/i18n/language';
import { uiWords } from './words.en';

export type StepState = 'done' | 'now' | 'ahead' | 'failed';

export interface Step {
  name: string;
  state: StepState;
  detail?: string;
}

/** Where something is on its way. Compact: bars with the name of the step it is in; else a list with every name. */
export function Stepper({ steps, isCompact = false }: { steps: readonly Step[]; isCompact?: boolean }) {
  const t = useWords(uiWords);
  const labels = { done: t('stepDone'), now: t('stepNow'), failed: t('stepFailed'), ahead: '' };
  const found = steps.findIndex((step) => step.state === 'now' || step.state === 'failed');
  const at = found < 0 ? steps.length - 1 : found;
  const current = steps[at];
  if (isCompact && current) {
    return (
      <span
        role="img"
        aria-label={`${t('step', { n: at + 1, total: steps.length, name: current.name })}, ${labels[current.state]}`}
        className="inline-flex w-full max-w-40 gap-0.5"
      >
        {steps.map((step) => (
          <span
            key={step.name}
            className={clsx(
              'h-1.5 flex-1 first:rounded-l-full last:rounded-r-full',
              {
                done: 'bg-confirmed',
                now: 'animate-[pulse-soft_1.2s_ease-in-out_infinite] bg-evidence',
                failed: 'bg-leak',
                ahead: 'bg-hover',
              }[step.state],
            )}
          />
        ))}
      </span>
    );
  }

  return (
    <ol className="flex flex-col">
      {steps.map((step) => (
        <li
          key={step.name}
          aria-current={step.state === 'now' ? 'step' : undefined}
          className="group relative flex gap-3 pb-3 last:pb-0"
        >
          <span aria-hidden className="absolute top-5 bottom-0 left-[9px] w-px bg-line group-last:hidden" />
          <span
            aria-hidden
            className={clsx(
              'z-10 flex size-5 shrink-0 items-center justify-center rounded-full border',
              {
                done: 'border-confirmed bg-confirmed text-card',
                now: 'animate-[pulse-soft_1.2s_ease-in-out_infinite] border-evidence bg-evidence-tint',
                failed: 'border-leak bg-leak text-card',
                ahead: 'border-line bg-card',
              }[step.state],
            )}
          >
            {step.state === 'done' && <Check className="size-3" strokeWidth={3} />}
            {step.state === 'failed' && <X className="size-3" strokeWidth={3} />}
          </span>
          <span className="min-w-0">
            <span className={step.state === 'ahead' ? 'text-muted' : 'font-medium'}>{step.name}</span>
            {labels[step.state] && <span className="sr-only"> ({labels[step.state]})</span>}
            {step.detail && <span className="block text-muted text-xs">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
