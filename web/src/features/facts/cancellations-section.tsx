'use client';
import type { Schema } from '@/api/client';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { SelectField } from '@/ui/field';
import { FactForm, FormField, VendorField } from './fact-form';
import { FactList } from './fact-list';
import type { NewFact } from './facts-data';
import { factsWords } from './words.en';

const row = 'grid gap-3 sm:grid-cols-3';
const statuses = ['DELIVERED', 'SENT', 'BOUNCED', 'DRAFT'] as const;

export function CancellationsSection() {
  return (
    <div className="flex flex-col gap-4">
      <CancellationForm />
      <CancellationList />
    </div>
  );
}

function CancellationForm() {
  const t = useWords(factsWords);
  return (
    <FactForm
      help={t('cancellationsHelp')}
      submit={t('addCancellation')}
      factOf={(values) => {
        const missing = {
          ...(!values.vendor?.trim() && { vendor: t('required') }),
          ...(!values.sentAt && !values.confirmedAt && !values.effectiveDate && { sentAt: t('oneDate') }),
        };
        return Object.keys(missing).length > 0 ? { missing } : cancellationOf(values);
      }}
    >
      {(form) => (
        <>
          <div className={row}>
            <VendorField form={form} />
            <FormField form={form} name="planName" label={t('planName')} isOptional />
            <SelectField
              label={t('status')}
              value={form.values.status ?? 'DELIVERED'}
              onChange={(event) => form.set('status', event.target.value)}
              options={statuses.map((status) => ({ value: status, label: t(status) }))}
            />
          </div>
          <div className={row}>
            <FormField form={form} name="sentAt" type="date" label={t('sentAt')} isOptional />
            <FormField form={form} name="confirmedAt" type="date" label={t('confirmedAt')} isOptional />
            <FormField form={form} name="effectiveDate" type="date" label={t('effectiveDate')} isOptional />
          </div>
        </>
      )}
    </FactForm>
  );
}

function cancellationOf(values: Readonly<Record<string, string>>): NewFact {
  const { vendor = '', planName, account, status, sentAt, confirmedAt, effectiveDate } = values;
  return {
    kind: 'CANCELLATION',
    body: {
      vendor: vendor.trim(),
      planName: planName || null,
      account: account || null,
      status: (status || 'DELIVERED') as (typeof statuses)[number],
      sentAt: sentAt || null,
      confirmedAt: confirmedAt || null,
      effectiveDate: effectiveDate || null,
    },
  };
}

function CancellationList() {
  const t = useWords(factsWords);
  return (
    <FactList kind="CANCELLATION" none={t('noCancellations')} nameOf={(fact) => fact.cancellation?.vendor ?? ''}>
      {({ cancellation }) => cancellation && <Details cancellation={cancellation} />}
    </FactList>
  );
}

function Details({ cancellation }: { cancellation: Schema<'Cancellation'> }) {
  const t = useWords(factsWords);
  const { date } = useFormat();
  const { vendor, planName, account, status, sentAt, confirmedAt, effectiveDate } = cancellation;
  const dates = [
    t(status ?? 'DELIVERED'),
    sentAt && t('sentOn', { date: date(sentAt) }),
    confirmedAt && t('confirmedOn', { date: date(confirmedAt) }),
    effectiveDate && t('effectiveOn', { date: date(effectiveDate) }),
  ];
  return (
    <>
      <p className="font-medium">{[vendor, planName, account].filter(Boolean).join(' · ')}</p>
      <p className="text-muted">{dates.filter(Boolean).join(' · ')}</p>
    </>
  );
}
