'use client';
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

type StepName = 'stepUpload' | 'stepRead' | 'stepApps' | 'stepCancelled' | 'stepFinding';

/** Five steps from nothing to the first finding. Gone once they are done or the visitor has hidden it. */
export function SetupGuide() {
  const isHidden = useSyncExternalStore(onGuideHidden, guideWasHidden, () => true);
  return isHidden ? null : <Steps />;
}

function Steps() {
  const t = useWords(dashboardWords);
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
  const steps: { name: StepName; isDone: boolean; to: string }[] = [
    { name: 'stepUpload', isDone: documents.data.items.length > 0, to: pages.uploads() },
    { name: 'stepRead', isDone: documents.data.items.some((one) => one.state === 'DONE'), to: pages.uploads() },
    { name: 'stepApps', isDone: apps.data.items.length > 0, to: pages.facts() },
    { name: 'stepCancelled', isDone: cancellations.data.items.length > 0, to: pages.facts() },
    { name: 'stepFinding', isDone: findings.data.counts.length > 0, to: first ? pages.leak(first.id) : pages.leaks() },
  ];
  if (steps.every((step) => step.isDone)) {
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
            <Link
              to={step.to}
              className="focus-ring flex h-full items-start gap-2 rounded-lg border border-line p-3 hover:bg-hover"
            >
              <span
                aria-hidden
                className={
                  step.isDone
                    ? 'flex size-5 shrink-0 items-center justify-center rounded-full bg-confirmed text-card'
                    : 'flex size-5 shrink-0 items-center justify-center rounded-full border border-control text-xs'
                }
              >
                {step.isDone ? <Check className="size-3" strokeWidth={3} /> : index + 1}
              </span>
              <span className={step.isDone ? 'text-muted' : 'font-medium'}>
                {t(step.name)}
                {step.isDone && <span className="sr-only"> ({t('done')})</span>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useFact(kind: Schema<'FactKind'>) {
  return useShopQuery(['facts', 'guide', kind], (shopId, signal) =>
    answer(
      api.GET('/v1/shops/{shopId}/facts', { params: { path: { shopId }, query: { kind: [kind], limit: 1 } }, signal }),
    ),
  );
}
