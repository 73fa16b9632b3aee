'use client';
import clsx from 'clsx';
import { Check, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { answer, api, type Schema } from '@/api/client';
import { useShopQuery } from '@/api/queries';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { IconButton } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { guideWasHidden, hideGuide, onGuideHidden } from './guide-memory';
import { dashboardWords } from './words.en';

interface Step {
  name: 'stepUpload' | 'stepRead' | 'stepApps' | 'stepCancelled' | 'stepFinding';
  isDone: boolean;
  to: string;
}

/** Five steps to the first finding. The guide disappears when they are done or the visitor hides it. */
export function SetupGuide() {
  const isHidden = useSyncExternalStore(onGuideHidden, guideWasHidden, () => true);
  return isHidden ? null : <Steps />;
}

function useSteps(): Step[] | null {
  const documents = useShopQuery(['documents', 'guide'], (shopId, signal) =>
    answer(api.GET('/v1/shops/{shopId}/documents', { params: { path: { shopId }, query: { limit: 20 } }, signal })),
  );
  const findings = useShopQuery(['findings', 'guide'], (shopId, signal) =>
    answer(api.GET('/v1/shops/{shopId}/findings', { params: { path: { shopId }, query: { limit: 1 } }, signal })),
  );
  const apps = useFact('INSTALLED_APPS');
  const cancellations = useFact('CANCELLATION');
  if (!documents.data || !findings.data || !apps.data || !cancellations.data) {
    return null;
  }

  const first = findings.data.items[0];
  return [
    { name: 'stepUpload', isDone: documents.data.items.length > 0, to: pages.uploads() },
    { name: 'stepRead', isDone: documents.data.items.some(({ state }) => state === 'DONE'), to: pages.uploads() },
    { name: 'stepApps', isDone: apps.data.items.length > 0, to: pages.facts() },
    { name: 'stepCancelled', isDone: cancellations.data.items.length > 0, to: pages.facts() },
    { name: 'stepFinding', isDone: findings.data.counts.length > 0, to: first ? pages.leak(first.id) : pages.leaks() },
  ];
}

function Steps() {
  const t = useWords(dashboardWords);
  const steps = useSteps();
  if (steps === null || steps.every((step) => step.isDone)) {
    return null;
  }

  return (
    <Card>
      <CardHeader
        title={t('guide')}
        detail={t('guideDetail')}
        actions={
          <IconButton label={t('guideClose')} onClick={hideGuide}>
            <X aria-hidden className="size-4" />
          </IconButton>
        }
      />
      <ol className="grid gap-2 sm:grid-cols-5">
        {steps.map((step, index) => (
          <li key={step.name}>
            <StepLink step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function StepLink({ step: { name, isDone, to }, number }: { step: Step; number: number }) {
  const t = useWords(dashboardWords);
  return (
    <Link to={to} className="focus-ring flex h-full items-start gap-2 rounded-lg border border-line p-3 hover:bg-hover">
      <span
        aria-hidden
        className={clsx(
          'flex size-5 shrink-0 items-center justify-center rounded-full',
          isDone ? 'bg-confirmed text-card' : 'border border-control text-xs',
        )}
      >
        {isDone ? <Check className="size-3" strokeWidth={3} /> : number}
      </span>
      <span className={isDone ? 'text-muted' : 'font-medium'}>
        {t(name)}
        {isDone && <span className="sr-only"> ({t('done')})</span>}
      </span>
    </Link>
  );
}

function useFact(kind: Schema<'FactKind'>) {
  return useShopQuery(['facts', 'guide', kind], (shopId, signal) =>
    answer(
      api.GET('/v1/shops/{shopId}/facts', { params: { path: { shopId }, query: { kind: [kind], limit: 1 } }, signal }),
    ),
  );
}
