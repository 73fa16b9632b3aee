'use client';
import { CalendarClock } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { Schema } from '@/api/client';
import { answer, api } from '@/api/client';
import { useShopQuery } from '@/api/queries';
import { useFormat } from '@/format/use-format';
import { domainWords } from '@/i18n/domain.en';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Badge, StateBadge, VerdictBadge } from '@/ui/badge';
import { Banner } from '@/ui/banner';
import { Card, CardHeader } from '@/ui/card';
import { ConfidenceReasons } from '@/ui/confidence';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { useIsDrawn } from '@/ui/use-is-drawn';
import { Bridge, Charges } from './charge-history';
import { LeakActions } from './leak-actions';
import { Question } from './question';
import { leakWords } from './words.en';

type Finding = Schema<'FindingView'>;

const EvidenceCard = dynamic(() => import('./evidence-card').then((module) => module.EvidenceCard), {
  ssr: false,
  loading: () => <SkeletonCard lines={10} />,
});

export function LeakView({ finding }: { finding: Finding }) {
  const t = useWords(leakWords);
  const domain = useWords(domainWords);
  const isDrawn = useIsDrawn(true);
  const vendor = useShopQuery(
    ['vendor', finding.vendorKey],
    (shopId, signal) =>
      answer(
        api.GET('/v1/shops/{shopId}/vendors/{vendorKey}', {
          params: { path: { shopId, vendorKey: finding.vendorKey ?? '' } },
          signal,
        }),
      ),
    { enabled: isDrawn && finding.vendorKey !== null },
  );
  const streams = vendor.data?.figures.streams;
  const isOpen = finding.state === 'OPEN' || finding.state === 'REOPENED';
  return (
    <Page
      wide
      title={finding.title}
      back={{ to: pages.leaks(), label: t('back') }}
      lead={
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px]">
          <VerdictBadge verdict={finding.verdict} />
          <StateBadge state={finding.state} />
          <Badge>{domain(finding.type)}</Badge>
          <ConfidenceReasons confidence={finding.confidence} factors={finding.factors} />
        </span>
      }
      actions={<LeakActions finding={finding} />}
    >
      <div className="grid items-start gap-4 min-[960px]:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {isOpen ? <Open finding={finding} /> : <Banner kind="success">{finding.stateSentence}</Banner>}
          <Amount finding={finding} />
          {isDrawn && (
            <>
              {isOpen && finding.recommendedActions.length > 0 && <Recommended actions={finding.recommendedActions} />}
              {finding.bridge.length > 0 && <Bridge finding={finding} streams={streams ?? []} />}
              <History finding={finding} />
              {/* Charges load after the finding and come last, so that nothing moves when they arrive. */}
              {streams && <Charges finding={finding} streams={streams} />}
            </>
          )}
        </div>
        <div className="min-w-0 min-[960px]:sticky min-[960px]:top-4">
          {isDrawn ? (
            <EvidenceCard finding={finding} />
          ) : (
            // On a phone it is below content that is still loading and would move.
            <SkeletonCard lines={10} className="max-[959px]:hidden" />
          )}
        </div>
      </div>
    </Page>
  );
}

/** The deadline and the question of a finding that is still open. */
function Open({ finding }: { finding: Finding }) {
  const t = useWords(leakWords);
  const { date, relativeDay } = useFormat();
  const { deadline, lastSeenOn } = finding;
  return (
    <>
      {deadline && (
        <Banner kind="warning">
          <CalendarClock aria-hidden className="mr-1.5 mb-0.5 inline size-4" />
          {t('deadline', { date: date(deadline), relative: relativeDay(deadline, lastSeenOn) })}
        </Banner>
      )}
      {finding.question !== null && <Question finding={finding} />}
    </>
  );
}

function labelOf({ amount, verdict, savingsKind }: Finding) {
  if (amount === null) {
    return 'amount';
  }

  if (verdict !== 'LEAK') {
    return verdict === 'REVIEW' ? 'doubt' : 'watch';
  }

  return savingsKind === 'AVOIDABLE' ? 'risk' : 'claim';
}

function Amount({ finding }: { finding: Finding }) {
  const t = useWords(leakWords);
  const { money } = useFormat();
  return (
    <Card>
      <h2 className="text-muted">{t(labelOf(finding))}</h2>
      <p className="tabular mt-0.5 flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold text-[28px] leading-9 tracking-tight">
          {finding.amount === null ? t('noAmount') : money(finding.amount, finding.currency)}
        </span>
        {finding.perMonth !== null && (
          <span className="text-muted">{t('perMonth', { amount: money(finding.perMonth, finding.currency) })}</span>
        )}
      </p>
      {finding.credited !== null && (
        <p className="font-medium text-confirmed">
          {t('credited', { amount: money(finding.credited, finding.currency) })}
        </p>
      )}
      <h3 className="mt-3 font-semibold">{t('formula')}</h3>
      <p className="mt-0.5 text-pretty">{finding.summary}</p>
      {finding.lineItems.length > 0 && <LineItems finding={finding} />}
      <Facts finding={finding} />
    </Card>
  );
}

function LineItems({ finding }: { finding: Finding }) {
  const t = useWords(leakWords);
  const { money } = useFormat();
  return (
    <ul className="mt-2 border-line border-t pt-2" aria-label={t('lineItems')}>
      {finding.lineItems.map((line) => (
        <li key={`${line.invoiceNumber} ${line.lineId}`} className="flex justify-between gap-4 py-0.5">
          <span className="text-muted">
            {line.invoiceNumber === null ? finding.vendor : t('invoice', { number: line.invoiceNumber })}
          </span>
          <span className="tabular">{line.amount !== null && money(line.amount, finding.currency)}</span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ finding: { vendor, vendorKey, account, periodStart, periodEnd } }: { finding: Finding }) {
  const t = useWords(leakWords);
  const { period } = useFormat();
  return (
    <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-line border-t pt-3">
      <Fact name={t('vendor')}>
        {vendorKey ? (
          <Link to={pages.vendor(vendorKey)} className="focus-ring rounded underline underline-offset-2">
            {vendor}
          </Link>
        ) : (
          vendor
        )}
      </Fact>
      {account !== null && <Fact name={t('account')}>{account}</Fact>}
      {periodStart !== null && periodEnd !== null && <Fact name={t('period')}>{period(periodStart, periodEnd)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Recommended({ actions }: { actions: readonly Schema<'RecommendedAction'>[] }) {
  const t = useWords(leakWords);
  return (
    <Card>
      <CardHeader title={t('actions')} />
      <ul className="flex flex-col gap-2.5">
        {actions.map((action) => (
          <li key={action.type}>
            <p className="font-medium">{t(action.type)}</p>
            <p className="text-muted">{action.rationale}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function History({ finding }: { finding: Finding }) {
  const t = useWords(leakWords);
  const { date, moment } = useFormat();
  return (
    <Card>
      <CardHeader title={t('history')} />
      <p>{finding.stateSentence}</p>
      <p className="text-muted">{moment(finding.stateChangedAt)}</p>
      <p className="mt-1 text-muted">
        {t('since', { date: date(finding.firstSeenOn), seen: date(finding.lastSeenOn) })}
      </p>
      {finding.givenAnswers.length > 0 && (
        <div className="mt-3 border-line border-t pt-3">
          <h3 className="font-semibold">{t('yourAnswer')}</h3>
          <ul>
            {finding.givenAnswers.map((given) => (
              <li key={`${given.answer} ${given.value} ${given.on}`}>
                {finding.answers.find((option) => option.id === given.answer)?.label ?? given.answer}
                {given.on !== null && ` ${date(given.on)}`}
                {given.value !== null && ` ${given.value}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
