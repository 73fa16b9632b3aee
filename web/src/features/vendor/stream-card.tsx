'use client';
import type { Schema } from '@/api/client';
import { approximate } from '@/format/money';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { StackedBars } from '@/ui/stacked-bars';
import { Table, Td, Th, Tr } from '@/ui/table';
import { vendorWords } from './words.en';

const Drawn = 24;
type Cadence = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY' | 'USAGE' | 'ONE_TIME';

/** One recurring charge: what comes next, and what it was in each period. */
export function StreamCard({ stream }: { stream: Schema<'StreamFigures'> }) {
  const t = useWords(vendorWords);
  const { money, date, month, period, number, tick } = useFormat();
  const { currency, periods } = stream;
  const name = stream.product || t('title');
  const about = [
    stream.cadence && stream.cadence in vendorWords.texts ? t(stream.cadence as Cadence) : null,
    stream.account && t('account', { account: stream.account }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <Card>
      <CardHeader
        title={name}
        detail={about}
        actions={
          <p className="text-right">
            <span className="block text-muted text-xs">{t('next')}</span>
            <span className="tabular font-medium">
              {stream.nextChargeOn && stream.nextAmount !== null
                ? t('nextText', { amount: money(stream.nextAmount, currency), date: date(stream.nextChargeOn) })
                : t(stream.isUsage ? 'nextUsage' : 'nextUnknown')}
            </span>
          </p>
        }
      />
      {periods.length > 1 && (
        <StackedBars
          label={t('history', { product: name })}
          height={140}
          tick={(value) => tick(value, currency)}
          series={[{ key: 'amount', name }]}
          bars={periods.slice(-Drawn).map((one) => ({
            key: one.start,
            label: period(one.start, one.end),
            short: month(one.start, 'short'),
            total: money(one.amount, currency),
            parts: [{ series: 'amount', value: approximate(one.amount), text: money(one.amount, currency) }],
          }))}
        />
      )}
      <details className="mt-3">
        <summary className="focus-ring w-fit rounded text-muted underline underline-offset-2">{t('asTable')}</summary>
        <div className="-mx-4 mt-2 sm:-mx-5">
          <Table caption={t('history', { product: name })}>
            <thead>
              <tr>
                <Th>{t('period')}</Th>
                <Th isNumber>{t('quantity')}</Th>
                <Th isNumber>{t('unitPrice')}</Th>
                <Th isNumber>{t('amount')}</Th>
              </tr>
            </thead>
            <tbody>
              {periods.toReversed().map((one) => (
                <Tr key={one.start}>
                  <Td>{period(one.start, one.end)}</Td>
                  <Td isNumber>{number(Number(one.quantity))}</Td>
                  <Td isNumber>{money(one.unitPrice, currency)}</Td>
                  <Td isNumber>{money(one.amount, currency)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </Card>
  );
}
