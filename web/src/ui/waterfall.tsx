'use client';
import clsx from 'clsx';
import { approximate } from '@/format/money';
import { useFormat } from '@/format/use-format';
import { waterfallSpans } from './scale';

export interface WaterfallStep {
  key: string;
  label: string;
  amount: string;
  kind: 'total' | 'change' | 'unexplained';
}

const hatched =
  'bg-[repeating-linear-gradient(135deg,var(--leak)_0_3px,var(--leak-tint)_3px_6px)] outline outline-leak';

/** The steps from one amount to another; the unexplained one is hatched. Each row also states its amount as text. */
export function Waterfall({
  label,
  currency,
  steps,
}: {
  label: string;
  currency: string | null;
  steps: readonly WaterfallStep[];
}) {
  const { money } = useFormat();
  const { spans, zero } = waterfallSpans(
    steps.map((step) => ({ value: approximate(step.amount), isTotal: step.kind === 'total' })),
  );
  return (
    <table className="w-full">
      <caption className="sr-only">{label}</caption>
      <tbody>
        {steps.map((step, index) => {
          const span = spans[index] ?? { from: 0, to: 0 };
          return (
            <tr key={step.key} className={step.kind === 'total' ? 'font-semibold' : undefined}>
              <th scope="row" className="w-2/5 py-1 pr-3 text-left align-middle font-[inherit] max-sm:w-1/2">
                {step.label}
              </th>
              <td aria-hidden className="relative py-1 max-sm:hidden">
                <span className="absolute inset-y-0 w-px bg-line" style={{ left: `${zero * 100}%` }} />
                <span
                  className={clsx('relative block h-4 rounded-[3px]', {
                    'bg-control': step.kind === 'total',
                    'bg-watch/60': step.kind === 'change',
                    [hatched]: step.kind === 'unexplained',
                  })}
                  style={{ marginLeft: `${span.from * 100}%`, width: `max(2px, ${(span.to - span.from) * 100}%)` }}
                />
              </td>
              <td
                className={clsx(
                  'tabular w-32 py-1 pl-3 text-right',
                  step.kind === 'unexplained' && 'font-semibold text-leak',
                )}
              >
                {money(step.amount, currency, { sign: step.kind !== 'total' })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
