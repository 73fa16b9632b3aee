'use client';
import type { Schema } from '@/api/client';
import { approximate } from '@/format/money';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { StackedBars } from '@/ui/stacked-bars';
import { Table, Td, Th, Tr } from '@/ui/table';
import { vendorWords } from './words.en';

const MaxBars = 24;

type Stream = Schema<'StreamFigures'>;
type Cadence = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY' | 'USAGE' | 'ONE_TIME';

/** One recurring charge: the next one expected, and the price in each period. */
export function StreamCard({ stream }: { stream: Stream }) {
  const t = useWords(vendorWords);
  const { money, month, period, tick } = useFormat();
  const { currency, periods } = stream;
  const name = stream.product || t('title');
  const isKnown = stream.cadence !== null && stream.cadence in vendorWords.texts;
  const about = [
    isKnown && t(stream.cadence as Cadence),
    stream.account && t('account', { account: stream.account }),
  ].filter(Boolean);
  return (
    <Card>
      <CardHeader title={name} detail={about.join(' · ')} actions={<NextCharge stream={stream} />} />
      {periods.length > 1 && (
        <StackedBars
          label={t('history', { product: name })}
          height={140}
          tick={(value) => tick(value, currency)}
          series={[{ key: 'amount', name }]}
          bars={periods.slice(-MaxBars).map(({ start, end, amount }) => ({
            key: start,
            label: period(start, end),
            short: month(start, 'short'),
            total: money(amount, currency),
            parts: [{ series: 'amount', value: approximate(amount), text: money(amount, currency) }],
          }))}
        />
      )}
      <details className="mt-3">
        <summary className="focus-ring w-fit rounded text-muted underline underline-offset-2">{t('asTable')}</summary>
        <div className="-mx-4 mt-2 sm:-mx-5">
          <PeriodTable stream={stream} caption={t('history', { product: name })} />
        </div>
      </details>
    </Card>
  );
}

function NextCharge({ stream: { nextChargeOn, nextAmount, currency, isUsage } }: { stream: Stream }) {
  const t = useWords(vendorWords);
  const { money, date } = useFormat();
  const unknown = t(isUsage ? 'nextUsage' : 'nextUnknown');
  return (
    <p className="text-right">
      <span className="block text-muted text-xs">{t('next')}</span>
      <span className="tabular font-medium">
        {nextChargeOn && nextAmount !== null
          ? t('nextText', { amount: money(nextAmount, currency), date: date(nextChargeOn) })
          : unknown}
      </span>
    </p>
  );
}

function PeriodTable({ stream: { periods, currency }, caption }: { stream: Stream; caption: string }) {
  const t = useWords(vendorWords);
  const { money, number, period } = useFormat();
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('period')}</Th>
          <Th isNumber>{t('quantity')}</Th>
          <Th isNumber>{t('unitPrice')}</Th>
          <Th isNumber>{t('amount')}</Th>
        </tr>
      </thead>
      <tbody>
        {periods.toReversed().map(({ start, end, quantity, unitPrice, amount }) => (
          <Tr key={start}>
            <Td>{period(start, end)}</Td>
            <Td isNumber>{number(Number(quantity))}</Td>
            <Td isNumber>{money(unitPrice, currency)}</Td>
            <Td isNumber>{money(amount, currency)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
