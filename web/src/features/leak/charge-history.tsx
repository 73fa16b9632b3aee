'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { Money } from '@/ui/money';
import { Skeleton } from '@/ui/skeleton';
import { Timeline } from '@/ui/timeline';
import type { WaterfallStep } from '@/ui/waterfall';
import { bridgeEnds, chargesOf } from './charges';
import { leakWords } from './words.en';

type Finding = Schema<'FindingView'>;
type Streams = readonly Schema<'StreamFigures'>[];

const Waterfall = dynamic(() => import('@/ui/waterfall').then((module) => module.Waterfall), {
  ssr: false,
  loading: () => <Skeleton className="h-24" />,
});

/** Explains the step from the last price to this one. */
export function Bridge({ finding, streams }: { finding: Finding; streams: Streams }) {
  const t = useWords(leakWords);
  const { period } = useFormat();
  const ends = useMemo(() => bridgeEnds(streams, finding), [streams, finding]);
  const parts = finding.bridge
    .filter((part) => part.amount !== null)
    .map(
      (part, index): WaterfallStep => ({
        key: `${part.part} ${index}`,
        label: t(part.part),
        amount: part.amount ?? '0',
        kind: part.part === 'UNEXPLAINED' ? 'unexplained' : 'change',
      }),
    );
  const steps: WaterfallStep[] = ends
    ? [
        { key: 'before', label: period(ends.before.start, ends.before.end), amount: ends.before.amount, kind: 'total' },
        ...parts,
        { key: 'now', label: period(ends.now.start, ends.now.end), amount: ends.now.amount, kind: 'total' },
      ]
    : parts;
  return (
    <Card>
      <CardHeader title={t('bridge')} />
      <Waterfall label={t('bridge')} currency={finding.currency} steps={steps} />
    </Card>
  );
}

export function Charges({ finding, streams }: { finding: Finding; streams: Streams }) {
  const t = useWords(leakWords);
  const { period } = useFormat();
  const charges = useMemo(() => {
    // A changed price concerns one product; the vendor's other charges would only hide it.
    const ends = bridgeEnds(streams, finding);
    return chargesOf(ends ? [ends.stream] : streams, finding);
  }, [streams, finding]);
  return charges.length === 0 ? null : (
    <Card>
      <CardHeader title={t('timeline')} />
      <Timeline
        entries={charges.map((charge) => ({
          id: charge.id,
          what: charge.product || finding.vendor,
          when: period(charge.start, charge.end),
          amount: <Money amount={charge.amount} currency={charge.currency} />,
          mark: charge.isOfFinding ? t('thisOne') : undefined,
        }))}
      />
    </Card>
  );
}
