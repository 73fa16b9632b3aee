'use client';
import type { ReactNode } from 'react';
import { answer, api, type Schema } from '@/api/client';
import { useShopQuery } from '@/api/queries';
import { FindingLine } from '@/features/leaks/finding-line';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Card, CardHeader } from '@/ui/card';
import { Money } from '@/ui/money';
import { Skeleton } from '@/ui/skeleton';
import { QueryBoundary } from '@/ui/states';
import { dashboardWords } from './words.en';

const MaxTopLeaks = 5;

type Filter = { verdict?: Schema<'Verdict'>[]; sort?: 'DEADLINE'; limit: number };

function useFindings(filter: Filter, enabled: boolean) {
  return useShopQuery(
    ['findings', 'dashboard', filter],
    (shopId, signal) =>
      answer(api.GET('/v1/shops/{shopId}/findings', { params: { path: { shopId }, query: filter }, signal })),
    { enabled },
  );
}

function Rows({
  findings,
  none,
  height,
  children,
}: {
  findings: ReturnType<typeof useFindings>;
  none: string;
  height: string;
  children: (items: readonly Schema<'FindingListItem'>[]) => ReactNode;
}) {
  return (
    <QueryBoundary
      query={findings}
      skeleton={
        <div className={`flex flex-col gap-3 ${height}`} aria-hidden>
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-9" />
          ))}
        </div>
      }
    >
      {({ items }) => (items.length === 0 ? <p className="text-muted">{none}</p> : children(items))}
    </QueryBoundary>
  );
}

export function TopLeaks({ isEnabled }: { isEnabled: boolean }) {
  const t = useWords(dashboardWords);
  const top = useFindings({ verdict: ['LEAK'], limit: MaxTopLeaks }, isEnabled);
  return (
    <Card>
      <CardHeader
        title={t('top')}
        actions={
          <Link to={pages.leaks()} className="focus-ring rounded font-medium underline underline-offset-2">
            {t('all')}
          </Link>
        }
      />
      <Rows findings={top} none={t('topNone')} height="min-h-72">
        {(items) => (
          <ul className="-mx-2 flex flex-col">
            {items.map((finding) => (
              <li key={finding.id}>
                <Link to={pages.leak(finding.id)} className="focus-ring flex rounded-lg px-2 py-2 hover:bg-hover">
                  <FindingLine finding={finding} />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Rows>
    </Card>
  );
}

/** Links to findings: the vendor with a line below it, and the amount. */
function FindingLinks({
  items,
  children,
}: {
  items: readonly Schema<'FindingListItem'>[];
  children: (finding: Schema<'FindingListItem'>) => ReactNode;
}) {
  return (
    <ul className="-mx-2 flex flex-col">
      {items.map((finding) => (
        <li key={finding.id}>
          <Link
            to={pages.leak(finding.id)}
            className="focus-ring flex items-start justify-between gap-3 rounded-lg px-2 py-1.5 hover:bg-hover"
          >
            <span className="min-w-0">
              <span className="block truncate font-semibold">{finding.vendor}</span>
              {children(finding)}
            </span>
            {finding.amount !== null && <Money amount={finding.amount} currency={finding.currency} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function Questions({ isEnabled }: { isEnabled: boolean }) {
  const t = useWords(dashboardWords);
  const questions = useFindings({ verdict: ['REVIEW'], limit: 3 }, isEnabled);
  return (
    <Card>
      <CardHeader title={t('questions')} />
      <Rows findings={questions} none={t('questionsNone')} height="min-h-24">
        {(items) => (
          <FindingLinks items={items}>
            {(finding) => <span className="line-clamp-2 text-muted">{finding.title}</span>}
          </FindingLinks>
        )}
      </Rows>
    </Card>
  );
}

export function Deadlines({ isEnabled, today }: { isEnabled: boolean; today: string | undefined }) {
  const t = useWords(dashboardWords);
  const { date, relativeDay } = useFormat();
  const soon = useFindings({ sort: 'DEADLINE', limit: 3 }, isEnabled);
  return (
    <Card>
      <CardHeader title={t('deadlines')} />
      <Rows findings={soon} none={t('deadlinesNone')} height="min-h-24">
        {(items) => {
          const dated = items.filter((finding) => finding.deadline !== null);
          return dated.length === 0 ? (
            <p className="text-muted">{t('deadlinesNone')}</p>
          ) : (
            <FindingLinks items={dated}>
              {(finding) => (
                <span className="text-muted">
                  {finding.deadline && date(finding.deadline)}
                  {finding.deadline && today && ` · ${relativeDay(finding.deadline, today)}`}
                </span>
              )}
            </FindingLinks>
          );
        }}
      </Rows>
    </Card>
  );
}
