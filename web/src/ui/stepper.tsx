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

/** Shows the progress of something: compact as bars with the name of the current step, otherwise as a list of steps. */
export function Stepper({ steps, isCompact = false }: { steps: readonly Step[]; isCompact?: boolean }) {
  return isCompact ? <Bars steps={steps} /> : <StepList steps={steps} />;
}

function useStateLabels(): Record<StepState, string> {
  const t = useWords(uiWords);
  return { done: t('stepDone'), now: t('stepNow'), failed: t('stepFailed'), ahead: '' };
}

const barColors: Record<StepState, string> = {
  done: 'bg-confirmed',
  now: 'animate-[pulse-soft_1.2s_ease-in-out_infinite] bg-evidence',
  failed: 'bg-leak',
  ahead: 'bg-hover',
};

function Bars({ steps }: { steps: readonly Step[] }) {
  const t = useWords(uiWords);
  const labels = useStateLabels();
  const found = steps.findIndex(({ state }) => state === 'now' || state === 'failed');
  const current = found < 0 ? steps.length - 1 : found;
  const { name = '', state = 'ahead' } = steps[current] ?? {};
  return (
    <span
      role="img"
      aria-label={`${t('step', { n: current + 1, total: steps.length, name })}, ${labels[state]}`}
      className="inline-flex w-full max-w-40 gap-0.5"
    >
      {steps.map((step) => (
        <span
          key={step.name}
          className={clsx('h-1.5 flex-1 first:rounded-l-full last:rounded-r-full', barColors[step.state])}
        />
      ))}
    </span>
  );
}

const dotColors: Record<StepState, string> = {
  done: 'border-confirmed bg-confirmed text-card',
  now: 'animate-[pulse-soft_1.2s_ease-in-out_infinite] border-evidence bg-evidence-tint',
  failed: 'border-leak bg-leak text-card',
  ahead: 'border-line bg-card',
};

function StepList({ steps }: { steps: readonly Step[] }) {
  const labels = useStateLabels();
  return (
    <ol className="flex flex-col">
      {steps.map(({ name, state, detail }) => (
        <li
          key={name}
          aria-current={state === 'now' ? 'step' : undefined}
          className="group relative flex gap-3 pb-3 last:pb-0"
        >
          <span aria-hidden className="absolute top-5 bottom-0 left-[9px] w-px bg-line group-last:hidden" />
          <span
            aria-hidden
            className={clsx(
              'z-10 flex size-5 shrink-0 items-center justify-center rounded-full border',
              dotColors[state],
            )}
          >
            {state === 'done' && <Check className="size-3" strokeWidth={3} />}
            {state === 'failed' && <X className="size-3" strokeWidth={3} />}
          </span>
          <span className="min-w-0">
            <span className={state === 'ahead' ? 'text-muted' : 'font-medium'}>{name}</span>
            {labels[state] && <span className="sr-only"> ({labels[state]})</span>}
            {detail && <span className="block text-muted text-xs">{detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
