'use client';
import clsx from 'clsx';
import { CalendarClock } from 'lucide-react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { domainWords } from '@/i18n/domain.en';
import { useWords } from '@/i18n/language';
import { StateBadge, verdictLooks } from '@/ui/badge';
import { ConfidenceBand } from '@/ui/confidence-band';
import { Money } from '@/ui/money';
import { leaksWords } from './words.en';

const iconColors = { leak: 'text-leak', watch: 'text-watch', review: 'text-review' } as Record<string, string>;

/** A finding in one line: its vendor, a sentence, the amount and the confidence. */
export function FindingLine({ finding }: { finding: Schema<'FindingListItem'> }) {
  const t = useWords(leaksWords);
  const domain = useWords(domainWords);
  const { date } = useFormat();
  const { icon: Icon, tone } = verdictLooks[finding.verdict];
  return (
    <span className="flex min-w-0 flex-1 items-start gap-3">
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', iconColors[tone])} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-semibold">{finding.vendor}</span>
          <span className="sr-only">{domain(finding.verdict)}</span>
          <StateBadge state={finding.state} />
          {finding.deadline && (
            <span className="inline-flex items-center gap-1 whitespace-nowrap text-evidence text-xs max-sm:hidden">
              <CalendarClock aria-hidden className="size-3.5" />
              {t('by', { date: date(finding.deadline) })}
            </span>
          )}
        </span>
        <span className="line-clamp-2 text-muted sm:line-clamp-1" title={finding.title}>
          {finding.title}
        </span>
      </span>
      <span className="shrink-0 text-right">
        <span className="flex items-center justify-end gap-2">
          <ConfidenceBand confidence={finding.confidence} />
          <span className="min-w-20 font-semibold">
            {finding.amount === null ? t('noAmount') : <Money amount={finding.amount} currency={finding.currency} />}
          </span>
        </span>
        <span className="text-muted text-xs">{finding.savingsKind && domain(finding.savingsKind)}</span>
      </span>
    </span>
  );
}
