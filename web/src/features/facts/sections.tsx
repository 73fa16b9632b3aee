'use client';
import { useShop } from '@/api/shop';
import { useFormat } from '@/format/use-format';
import { domainWords } from '@/i18n/domain.en';
import { useWords } from '@/i18n/language';
import { SelectField } from '@/ui/field';
import { FactForm, FormField, VendorField } from './fact-form';
import { FactList } from './fact-list';
import { factsWords } from './words.en';

const row = 'grid gap-3 sm:grid-cols-3';
const statuses = ['DELIVERED', 'SENT', 'BOUNCED', 'DRAFT'] as const;

export function CancellationsSection() {
  const t = useWords(factsWords);
  const { date } = useFormat();
  return (
    <div className="flex flex-col gap-4">
      <FactForm
        help={t('cancellationsHelp')}
        submit={t('addCancellation')}
        makeOf={({ vendor = '', planName, account, status, sentAt, confirmedAt, effectiveDate }) => {
          const missing = {
            ...(vendor.trim() === '' && { vendor: t('required') }),
            ...(!sentAt && !confirmedAt && !effectiveDate && { sentAt: t('oneDate') }),
          };
          return Object.keys(missing).length > 0
            ? { missing }
            : {
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
      <FactList kind="CANCELLATION" none={t('noCancellations')} nameOf={(fact) => fact.cancellation?.vendor ?? ''}>
        {({ cancellation }) =>
          cancellation && (
            <>
              <p className="font-medium">
                {[cancellation.vendor, cancellation.planName, cancellation.account].filter(Boolean).join(' · ')}
              </p>
              <p className="text-muted">
                {[
                  t(cancellation.status ?? 'DELIVERED'),
                  cancellation.sentAt && t('sentOn', { date: date(cancellation.sentAt) }),
                  cancellation.confirmedAt && t('confirmedOn', { date: date(cancellation.confirmedAt) }),
                  cancellation.effectiveDate && t('effectiveOn', { date: date(cancellation.effectiveDate) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </>
          )
        }
      </FactList>
    </div>
  );
}

export function CreditsSection() {
  const t = useWords(factsWords);
  const { date, money } = useFormat();
  const shop = useShop();
  return (
    <div className="flex flex-col gap-4">
      <FactForm
        help={t('creditsHelp')}
        submit={t('addCredit')}
        makeOf={({ vendor = '', amount = '', currency, promisedAt, invoiceNumber }) => {
          const missing = {
            ...(vendor.trim() === '' && { vendor: t('required') }),
            ...(!promisedAt && { promisedAt: t('required') }),
          };
          return Object.keys(missing).length > 0
            ? { missing }
            : {
                kind: 'PROMISED_CREDIT',
                body: {
                  vendor: vendor.trim(),
                  amount: amount.replace(/[,\s]/g, '') || null,
                  currency: amount ? (currency ?? shop?.currency ?? '').trim().toUpperCase() : null,
                  promisedAt: promisedAt ?? null,
                  invoiceNumber: invoiceNumber || null,
                },
              };
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
                form={{ ...form, values: { currency: shop?.currency ?? '', ...form.values } }}
                name="currency"
                label={t('currency')}
                maxLength={3}
              />
            </div>
          </>
        )}
      </FactForm>
      <FactList kind="PROMISED_CREDIT" none={t('noCredits')} nameOf={(fact) => fact.promisedCredit?.vendor ?? ''}>
        {({ promisedCredit }) =>
          promisedCredit && (
            <>
              <p className="font-medium">
                {[
                  promisedCredit.vendor,
                  promisedCredit.amount && money(promisedCredit.amount, promisedCredit.currency ?? null),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="text-muted">
                {[
                  promisedCredit.promisedAt && t('promisedOn', { date: date(promisedCredit.promisedAt) }),
                  promisedCredit.invoiceNumber && t('forInvoiceText', { number: promisedCredit.invoiceNumber }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </>
          )
        }
      </FactList>
    </div>
  );
}

/** All but INVOICE_MATH: a document in doubt is asked about each time. */
const types = [
  'DUPLICATE_CHARGE',
  'POST_CANCELLATION',
  'UNINSTALLED_APP_CHARGE',
  'TRIAL_TO_PAID',
  'PRICE_INCREASE',
  'MOM_SPIKE',
  'UPCOMING_RENEWAL',
  'OVERLAPPING_TOOLS',
  'MISSING_CREDIT',
] as const;

export function WantedSection() {
  const t = useWords(factsWords);
  const names = useWords(domainWords);
  return (
    <div className="flex flex-col gap-4">
      <FactForm
        help={t('wantedHelp')}
        submit={t('addWanted')}
        makeOf={({ vendor = '', type }) =>
          vendor.trim() === ''
            ? { missing: { vendor: t('required') } }
            : {
                kind: 'WANTED',
                body: { vendor: vendor.trim(), type: (type ?? 'OVERLAPPING_TOOLS') as (typeof types)[number] },
              }
        }
      >
        {(form) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <VendorField form={form} />
            <SelectField
              label={t('kind')}
              value={form.values.type ?? 'OVERLAPPING_TOOLS'}
              onChange={(event) => form.set('type', event.target.value)}
              options={types.map((type) => ({ value: type, label: names(type) }))}
            />
          </div>
        )}
      </FactForm>
      <FactList kind="WANTED" none={t('noWanted')} nameOf={(fact) => fact.wanted?.vendor ?? ''}>
        {({ wanted }) =>
          wanted && (
            <p>
              <span className="font-medium">{wanted.vendor}</span> · {names(wanted.type)}
            </p>
          )
        }
      </FactList>
    </div>
  );
}
