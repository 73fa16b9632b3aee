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

/** One number per question, each with its list behind it. The frame stands before the numbers are known. */
export function FigureTiles({ sums }: { sums: ReturnType<typeof figures> | undefined }) {
  const t = useWords(dashboardWords);
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      {tiles.map(({ kind, icon: Icon, color, to }) => (
        <li key={kind}>
          <Link
            to={to}
            className="focus-ring block h-full rounded-card border border-line bg-card p-4 shadow-card hover:border-control/60"
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
  const detail =
    figure.count > 0
      ? t(`${kind}Detail`, { n: figure.count })
      : kind === 'confirmed'
        ? t('confirmedNone')
        : t('nothing');
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
            {t('andMore', { amounts: list(rest.map((one) => money(one.amount, one.currency))) })} ·{' '}
          </span>
        )}
        {detail}
      </span>
    </>
  );
}
