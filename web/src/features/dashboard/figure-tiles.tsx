'use client';
import clsx from 'clsx';
import { CalendarClock, CircleAlert, CircleCheck, type LucideIcon } from 'lucide-react';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Skeleton } from '@/ui/skeleton';
import type { Figure, figures } from './figures';
import { dashboardWords } from './words.en';

type Kind = 'claim' | 'risk' | 'confirmed';

const tiles: readonly { kind: Kind; icon: LucideIcon; color: string; to: string }[] = [
  { kind: 'claim', icon: CircleAlert, color: 'text-leak', to: pages.leaks('verdict=LEAK') },
  { kind: 'risk', icon: CalendarClock, color: 'text-evidence', to: pages.leaks('verdict=LEAK&sort=DEADLINE') },
  { kind: 'confirmed', icon: CircleCheck, color: 'text-confirmed', to: pages.leaks('status=RESOLVED') },
];

/** One figure per question, each linked to its list. The tiles keep their size while the figures load. */
export function FigureTiles({ sums }: { sums: ReturnType<typeof figures> | undefined }) {
  const t = useWords(dashboardWords);
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      {tiles.map(({ kind, icon: Icon, color, to }) => (
        <li key={kind}>
          <Link
            to={to}
            className={clsx(
              'focus-ring block h-full rounded-card border border-line bg-card p-4 shadow-card',
              'hover:border-control/60',
            )}
          >
            <span className="flex items-center gap-1.5 text-muted">
              <Icon aria-hidden className={clsx('size-4', color)} />
              {t(kind)}
            </span>
            <Amounts kind={kind} figure={sums?.[kind]} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Amounts({ kind, figure }: { kind: Kind; figure: Figure | undefined }) {
  const t = useWords(dashboardWords);
  const { money, list } = useFormat();
  if (figure === undefined) {
    return (
      <span className="block">
        <Skeleton className="mt-2 h-7 w-32" />
        <Skeleton className="mt-2 mb-1 h-3.5 w-40" />
      </span>
    );
  }

  const [first, ...rest] = figure.sums;
  const none = t(kind === 'confirmed' ? 'confirmedNone' : 'nothing');
  return (
    <>
      <span
        className={clsx(
          'tabular mt-1 block font-semibold text-[28px] leading-9 tracking-tight',
          first === undefined && 'text-muted',
        )}
      >
        {first ? money(first.amount, first.currency) : '—'}
      </span>
      <span className="block text-muted">
        {rest.length > 0 && (
          <span className="tabular">
            {t('andMore', { amounts: list(rest.map((sum) => money(sum.amount, sum.currency))) })} ·{' '}
          </span>
        )}
        {figure.count > 0 ? t(`${kind}Detail`, { n: figure.count }) : none}
      </span>
    </>
  );
}
