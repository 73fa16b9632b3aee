'use client';
import clsx from 'clsx';
import { CircleAlert, CircleCheck, CircleHelp, Eye, type LucideIcon, MinusCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schema } from '@/api/client';
import { domainWords } from '@/i18n/domain.en';
import { useWords } from '@/i18n/language';

export type BadgeTone = 'leak' | 'watch' | 'review' | 'confirmed' | 'evidence' | 'neutral';

const tones: Record<BadgeTone, string> = {
  leak: 'bg-leak-tint text-leak',
  watch: 'bg-watch-tint text-watch',
  review: 'bg-review-tint text-review',
  confirmed: 'bg-confirmed-tint text-confirmed',
  evidence: 'bg-evidence-tint text-evidence',
  neutral: 'bg-hover text-muted',
};

export function Badge({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs leading-5',
        tones[tone],
      )}
    >
      {Icon && <Icon aria-hidden className="size-3.5" />}
      {children}
    </span>
  );
}

export const verdictLooks: Record<Schema<'Verdict'>, { tone: BadgeTone; icon: LucideIcon }> = {
  LEAK: { tone: 'leak', icon: CircleAlert },
  WATCH: { tone: 'watch', icon: Eye },
  REVIEW: { tone: 'review', icon: CircleHelp },
};

/** Verdicts differ by icon and word; the color only helps. */
export function VerdictBadge({ verdict }: { verdict: Schema<'Verdict'> }) {
  const t = useWords(domainWords);
  return <Badge {...verdictLooks[verdict]}>{t(verdict)}</Badge>;
}

/** The state of a finding that a person or a proof has changed; an open finding shows only its verdict. */
export function StateBadge({ state }: { state: Schema<'FindingState'> }) {
  const t = useWords(domainWords);
  switch (state) {
    case 'OPEN':
      return null;
    case 'REOPENED':
      return <Badge tone="evidence">{t(state)}</Badge>;
    case 'DISMISSED':
      return <Badge icon={MinusCircle}>{t(state)}</Badge>;
    case 'RESOLVED':
      return (
        <Badge tone="confirmed" icon={CircleCheck}>
          {t(state)}
        </Badge>
      );
  }
}
