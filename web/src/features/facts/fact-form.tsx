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

/** What was typed by field, and what is wrong with it by field. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string | undefined>>;
  set: (name: string, value: string) => void;
}

/** A form that makes one fact. What the server refuses stands at its field; once saved the form is empty again. */
export function FactForm({
  help,
  submit,
  initial = {},
  makeOf,
  children,
}: {
  help: string;
  submit: string;
  initial?: Readonly<Record<string, string>>;
  /** The fact, or what is missing by field. */
  makeOf: (values: Readonly<Record<string, string>>) => NewFact | { missing: Readonly<Record<string, string>> };
  children: (form: FormState) => ReactNode;
}) {
  const ui = useWords(uiWords);
  const mayChange = useMayChange();
  const add = useAddFact();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(initial);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const refused = add.error instanceof ApiError ? add.error.fields : {};
  const hasField = Object.keys(refused).length > 0;
  const errors = {
    ...Object.fromEntries(Object.entries(refused).map(([name, sentences]) => [name, sentences[0]])),
    ...missing,
  };
  if (!mayChange) {
    return <p className="text-muted">{ui('viewOnly')}</p>;
  }

  const send = (event: FormEvent) => {
    event.preventDefault();
    const made = makeOf(values);
    if ('missing' in made) {
      setMissing(made.missing);
    } else {
      add.mutate(made, { onSuccess: () => setValues(initial) });
    }
  };
  return (
    <Card>
      <p className="mb-3 max-w-2xl text-muted">{help}</p>
      <form onSubmit={send} className="flex flex-col gap-3" noValidate>
        {children({
          values,
          errors,
          set: (name, value) => {
            setMissing(({ [name]: _, ...rest }) => rest);
            add.reset();
            setValues((old) => ({ ...old, [name]: value }));
          },
        })}
        {add.error && !hasField && (
          <p role="alert" className="text-critical">
            {add.error.message}
          </p>
        )}
        <div>
          <Button type="submit" kind="primary" busy={add.isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Card>
  );
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

/** A vendor by name, one of the known ones or another. */
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
