'use client';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { documentWords } from './words.en';

/** What left the house, to whom, and what it cost. */
export function ReceiptsCard({ receipts }: { receipts: readonly Schema<'LanguageModelReceipt'>[] }) {
  const t = useWords(documentWords);
  const { moment, money } = useFormat();
  return (
    <Card>
      <CardHeader title={t('receipts')} />
      {receipts.length === 0 && <p className="text-muted">{t('noReceipt')}</p>}
      <ul className="flex flex-col gap-3">
        {receipts.map((receipt) => (
          <li key={`${receipt.at}${receipt.textSha256}`}>
            <p>
              {receipt.isFromCache
                ? t('receiptKept', { model: receipt.model })
                : receipt.hasLeft
                  ? t('receiptLeft', {
                      model: receipt.model,
                      at: moment(receipt.at),
                      lines: receipt.lines,
                      hidden: Object.values(receipt.hidden).reduce((sum, count) => sum + Number(count), 0),
                    })
                  : t('receiptNot', { model: receipt.model })}{' '}
              {t(receipt.outcome)}
            </p>
            {receipt.costDollars != null && (
              <p className="text-muted text-xs">{t('receiptCost', { cost: money(receipt.costDollars, 'USD') })}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
