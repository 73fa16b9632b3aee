'use client';
import { domainWords } from '@/i18n/domain.en';
import { useWords } from '@/i18n/language';
import { SelectField } from '@/ui/field';
import { FactForm, VendorField } from './fact-form';
import { FactList } from './fact-list';
import { factsWords } from './words.en';

/** INVOICE_MATH is missing on purpose: a document whose sums fail is always a question. */
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
        factOf={({ vendor = '', type }) =>
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
