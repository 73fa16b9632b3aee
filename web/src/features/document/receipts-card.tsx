'use client';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { documentWords } from './words.en';

/** What was sent out, to whom, and what it cost. */
export function ReceiptsCard({ receipts }: { receipts: readonly Schema<'LanguageModelReceipt'>[] }) {
  const t = useWords(documentWords);
  return (
    <Card>
      <CardHeader title={t('receipts')} />
      {receipts.length === 0 && <p className="text-muted">{t('noReceipt')}</p>}
      <ul className="flex flex-col gap-3">
        {receipts.map((receipt) => (
          <li key={`${receipt.at}${receipt.textSha256}`}>
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Receipt({ receipt }: { receipt: Schema<'LanguageModelReceipt'> }) {
  const t = useWords(documentWords);
  const { moment, money } = useFormat();
  const { model } = receipt;
  const unsent = receipt.isFromCache ? t('receiptKept', { model }) : t('receiptNot', { model });
  const sent = t('receiptLeft', {
    model,
    at: moment(receipt.at),
    lines: receipt.lines,
    hidden: Object.values(receipt.hidden).reduce((sum, count) => sum + Number(count), 0),
  });
  return (
    <>
      <p>
        {receipt.hasLeft && !receipt.isFromCache ? sent : unsent} {t(receipt.outcome)}
      </p>
      {receipt.costDollars != null && (
        <p className="text-muted text-xs">{t('receiptCost', { cost: money(receipt.costDollars, 'USD') })}</p>
      )}
    </>
  );
}
