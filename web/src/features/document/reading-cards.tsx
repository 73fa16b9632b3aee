'use client';
import type { Schema } from '@/api/client';
import { answer, api } from '@/api/client';
import { useShopQuery } from '@/api/queries';
import { stages, stepsOf, timesOf } from '@/features/progress/stages';
import { progressWords } from '@/features/progress/words.en';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { VerdictBadge } from '@/ui/badge';
import { Card, CardHeader } from '@/ui/card';
import { Money } from '@/ui/money';
import { Stepper } from '@/ui/stepper';
import { ReceiptsCard } from './receipts-card';
import { documentWords } from './words.en';

/** The cards below the invoice: its findings, and how it was read. */
export function ReadingCards({ document, vendor }: { document: Schema<'DocumentView'>; vendor?: string | null }) {
  const version = document.versions[0];
  return (
    <>
      {document.parts.length > 0 && <PartsCard parts={document.parts} />}
      {vendor && <FindingsCard vendor={vendor} />}
      {version && <ProgressCard version={version} />}
      <ReceiptsCard receipts={document.languageModelReceipts} />
    </>
  );
}

/** The stages and their durations. */
function ProgressCard({ version }: { version: Schema<'VersionView'> }) {
  const t = useWords(documentWords);
  const name = useWords(progressWords);
  const { number } = useFormat();
  const times = timesOf(version.stages);
  const steps = stepsOf(version.state, name).map((step, index) => {
    const stage = stages[index];
    const time = stage === undefined ? null : times[stage];
    return time === null
      ? step
      : {
          ...step,
          detail: t('seconds', {
            seconds: number(time / 1000, { maximumSignificantDigits: 2 }),
          }),
        };
  });
  return (
    <Card>
      <CardHeader title={t('progress')} />
      <Stepper steps={steps} />
    </Card>
  );
}

/** The vendor's open findings, which change after a correction. */
function FindingsCard({ vendor }: { vendor: string }) {
  const t = useWords(documentWords);
  const findings = useShopQuery(['findings', 'of-vendor', vendor], (shopId, signal) =>
    answer(
      api.GET('/v1/shops/{shopId}/findings', {
        params: { path: { shopId }, query: { vendor, status: ['OPEN', 'REOPENED'], limit: 5 } },
        signal,
      }),
    ),
  );
  if (findings.data === undefined) {
    return null;
  }

  return (
    <Card>
      <CardHeader title={t('findings', { vendor })} />
      {findings.data.items.length === 0 && <p className="text-muted">{t('noFindings')}</p>}
      <ul className="flex flex-col gap-2">
        {findings.data.items.map((finding) => (
          <li key={finding.id} className="flex items-start justify-between gap-3">
            <span className="flex min-w-0 flex-col items-start gap-1">
              <VerdictBadge verdict={finding.verdict} />
              <Link to={pages.leak(finding.id)} className="focus-ring rounded underline underline-offset-2">
                {finding.title}
              </Link>
            </span>
            {finding.amount !== null && <Money amount={finding.amount} currency={finding.currency} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PartsCard({ parts }: { parts: readonly Schema<'DocumentListItem'>[] }) {
  const t = useWords(documentWords);
  return (
    <Card>
      <CardHeader title={t('parts')} />
      <ul className="flex flex-col gap-1">
        {parts.map((part) => (
          <li key={part.id}>
            <Link to={pages.document(part.id)} className="focus-ring rounded underline underline-offset-2">
              {part.fileName}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
