'use client';
import { type ComponentProps, type FormEvent, type ReactNode, useId, useState } from 'react';
import { ApiError } from '@/api/error';
import { useMayChange } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextField } from '@/ui/field';
import { uiWords } from '@/ui/words.en';
import { type NewFact, useAddFact, useVendorNames } from './facts-data';
import { factsWords } from './words.en';

/** The typed text and the error of each field. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string | undefined>>;
  set: (name: string, value: string) => void;
}

/** A form for one fact. Errors of the api appear at their fields; after saving the form is empty again. */
export function FactForm({
  help,
  submit,
  initial = {},
  factOf,
  children,
}: {
  help: string;
  submit: string;
  initial?: Values;
  /** The fact to save, or the errors of fields that are missing. */
  factOf: FactOf;
  children: (form: FormState) => ReactNode;
}) {
  const ui = useWords(uiWords);
  const mayChange = useMayChange();
  const { values, errors, set, save, isSaving, failure } = useFactForm(initial, factOf);
  if (!mayChange) {
    return <p className="text-muted">{ui('viewOnly')}</p>;
  }

  return (
    <Card>
      <p className="mb-3 max-w-2xl text-muted">{help}</p>
      <form onSubmit={save} className="flex flex-col gap-3" noValidate>
        {children({ values, errors, set })}
        {failure && (
          <p role="alert" className="text-critical">
            {failure.message}
          </p>
        )}
        <div>
          <Button type="submit" kind="primary" busy={isSaving}>
            {submit}
          </Button>
        </div>
      </form>
    </Card>
  );
}

type Values = Readonly<Record<string, string>>;
type FactOf = (values: Values) => NewFact | { missing: Values };

function useFactForm(initial: Values, factOf: FactOf) {
  const add = useAddFact();
  const [values, setValues] = useState<Values>(initial);
  const [missing, setMissing] = useState<Values>({});
  const refused = add.error instanceof ApiError ? add.error.fields : {};
  const hasField = Object.keys(refused).length > 0;
  const errors = {
    ...Object.fromEntries(Object.entries(refused).map(([name, sentences]) => [name, sentences[0]])),
    ...missing,
  };
  const set = (name: string, value: string) => {
    setMissing(({ [name]: _, ...rest }) => rest);
    add.reset();
    setValues((old) => ({ ...old, [name]: value }));
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const fact = factOf(values);
    if ('missing' in fact) {
      setMissing(fact.missing);
    } else {
      add.mutate(fact, { onSuccess: () => setValues(initial) });
    }
  };
  return { values, errors, set, save, isSaving: add.isPending, failure: hasField ? null : add.error };
}

export function FormField({
  form,
  name,
  ...rest
}: { form: FormState; name: string } & Omit<
  ComponentProps<typeof TextField>,
  'form' | 'value' | 'onChange' | 'error' | 'name'
>) {
  return (
    <TextField
      maxLength={200}
      {...rest}
      value={form.values[name] ?? ''}
      error={form.errors[name]}
      onChange={(event) => form.set(name, event.target.value)}
    />
  );
}

/** A vendor by name, with the known ones as suggestions. */
export function VendorField({ form }: { form: FormState }) {
  const t = useWords(factsWords);
  const id = useId();
  const names = useVendorNames();
  return (
    <>
      <FormField form={form} name="vendor" label={t('vendor')} list={id} autoComplete="off" />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
