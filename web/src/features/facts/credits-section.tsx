'use client';
import type { Schema } from '@/api/client';
import { useShop } from '@/api/shop';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { FactForm, FormField, VendorField } from './fact-form';
import { FactList } from './fact-list';
import type { NewFact } from './facts-data';
import { factsWords } from './words.en';

const row = 'grid gap-3 sm:grid-cols-3';

export function CreditsSection() {
  return (
    <div className="flex flex-col gap-4">
      <CreditForm />
      <CreditList />
    </div>
  );
}

function CreditForm() {
  const t = useWords(factsWords);
  const currency = useShop()?.currency ?? '';
  return (
    <FactForm
      help={t('creditsHelp')}
      submit={t('addCredit')}
      factOf={(values) => {
        const missing = {
          ...(!values.vendor?.trim() && { vendor: t('required') }),
          ...(!values.promisedAt && { promisedAt: t('required') }),
        };
        return Object.keys(missing).length > 0 ? { missing } : creditOf({ currency, ...values });
      }}
    >
      {(form) => (
        <>
          <div className={row}>
            <VendorField form={form} />
            <FormField form={form} name="promisedAt" type="date" label={t('promisedAt')} />
            <FormField form={form} name="invoiceNumber" label={t('forInvoice')} isOptional />
          </div>
          <div className={row}>
            <FormField form={form} name="amount" label={t('amount')} inputMode="decimal" isOptional />
            <FormField
              form={{ ...form, values: { currency, ...form.values } }}
              name="currency"
              label={t('currency')}
              maxLength={3}
            />
          </div>
        </>
      )}
    </FactForm>
  );
}

function creditOf(values: Readonly<Record<string, string>>): NewFact {
  const { vendor = '', amount = '', currency = '', promisedAt, invoiceNumber } = values;
  return {
    kind: 'PROMISED_CREDIT',
    body: {
      vendor: vendor.trim(),
      amount: amount.replace(/[,\s]/g, '') || null,
      currency: amount ? currency.trim().toUpperCase() : null,
      promisedAt: promisedAt ?? null,
      invoiceNumber: invoiceNumber || null,
    },
  };
}

function CreditList() {
  const t = useWords(factsWords);
  return (
    <FactList kind="PROMISED_CREDIT" none={t('noCredits')} nameOf={(fact) => fact.promisedCredit?.vendor ?? ''}>
      {({ promisedCredit }) => promisedCredit && <Details credit={promisedCredit} />}
    </FactList>
  );
}

function Details({ credit }: { credit: Schema<'PromisedCredit'> }) {
  const t = useWords(factsWords);
  const { date, money } = useFormat();
  const { vendor, amount, currency = null, promisedAt, invoiceNumber } = credit;
  const details = [
    promisedAt && t('promisedOn', { date: date(promisedAt) }),
    invoiceNumber && t('forInvoiceText', { number: invoiceNumber }),
  ];
  return (
    <>
      <p className="font-medium">{[vendor, amount && money(amount, currency)].filter(Boolean).join(' · ')}</p>
      <p className="text-muted">{details.filter(Boolean).join(' · ')}</p>
    </>
  );
}
