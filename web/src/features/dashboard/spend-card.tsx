'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { approximate } from '@/format/money';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';
import { Table, Td, Th, Tr } from '@/ui/table';
import { uiWords } from '@/ui/words.en';
import { Others, type Spend, type SpendMonth, spendOf } from './spend';
import { dashboardWords } from './words.en';

const ChartHeight = 'min-h-[256px]';
const StackedBars = dynamic(() => import('@/ui/stacked-bars').then((module) => module.StackedBars), {
  ssr: false,
  loading: () => <Skeleton className="h-[256px]" />,
});

export function SpendSkeleton() {
  const t = useWords(dashboardWords);
  return (
    <Card aria-busy>
      <CardHeader title={t('spend')} detail={<Skeleton className="mt-1 h-4 w-64" />} />
      <div className={ChartHeight}>
        <Skeleton className="h-[256px]" />
      </div>
    </Card>
  );
}

/** Twelve months, stacked by vendor, as a chart and as a table. */
export function SpendCard({ summary }: { summary: Schema<'SummaryView'> }) {
  const t = useWords(dashboardWords);
  const { money, month, list, tick } = useFormat();
  const spend = useMemo(() => spendOf(summary), [summary]);
  const { currency } = summary;
  const [last, current] = spend.months.slice(-2);
  const valuesOf = (spent: SpendMonth) => ({ month: month(spent.month), amount: money(spent.total, currency) });
  const nameOf = (vendor: string) => (vendor === Others ? t('others') : vendor);
  if (summary.spend.length === 0 || !last || !current) {
    return (
      <Card>
        <CardHeader title={t('spend')} />
        <p className="text-muted">{t('spendNone')}</p>
      </Card>
    );
  }

  return (
    <Card>
      <CardHeader
        title={t('spend')}
        detail={`${t('spendLastMonth', valuesOf(last))} · ${t('spendThisMonth', valuesOf(current))}`}
      />
      <div className={ChartHeight}>
        <StackedBars
          label={t('spend')}
          tick={(value) => tick(value, currency)}
          series={spend.vendors.map((vendor) => ({ key: vendor, name: nameOf(vendor), isRest: vendor === Others }))}
          bars={spend.months.map((entry) => ({
            key: entry.month,
            label: month(entry.month),
            short: month(entry.month, 'short'),
            total: money(entry.total, currency),
            parts: entry.parts.map((part) => ({
              series: part.vendor,
              // A month with more credits than charges has no bar.
              value: Math.max(0, approximate(part.amount)),
              text: money(part.amount, currency),
            })),
          }))}
        />
      </div>
      {spend.elsewhere.length > 0 && (
        <p className="mt-3 text-muted text-xs">
          {t('notAdded', { amounts: list(spend.elsewhere.map((sum) => money(sum.amount, sum.currency))) })}
        </p>
      )}
      <SpendTable spend={spend} currency={currency} nameOf={nameOf} />
    </Card>
  );
}

function SpendTable({
  spend,
  currency,
  nameOf,
}: {
  spend: Spend;
  currency: string;
  nameOf: (vendor: string) => string;
}) {
  const t = useWords(dashboardWords);
  const ui = useWords(uiWords);
  const { money, month } = useFormat();
  return (
    <details className="mt-3">
      <summary className="focus-ring inline-block rounded font-medium underline underline-offset-2">
        {ui('table')}
      </summary>
      <Table caption={t('spend')} className="mt-2">
        <thead>
          <tr>
            <Th>{t('month')}</Th>
            {spend.vendors.map((vendor) => (
              <Th key={vendor} isNumber>
                {nameOf(vendor)}
              </Th>
            ))}
            <Th isNumber>{ui('total')}</Th>
          </tr>
        </thead>
        <tbody>
          {[...spend.months].reverse().map((entry) => (
            <Tr key={entry.month}>
              <Td className="whitespace-nowrap">{month(entry.month)}</Td>
              {spend.vendors.map((vendor) => {
                const part = entry.parts.find((found) => found.vendor === vendor);
                return (
                  <Td key={vendor} isNumber>
                    {part ? money(part.amount, currency) : '—'}
                  </Td>
                );
              })}
              <Td isNumber className="font-semibold">
                {money(entry.total, currency)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
