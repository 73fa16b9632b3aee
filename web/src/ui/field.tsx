'use client';
import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useWords } from '@/i18n/language';
import { uiWords } from './words.en';

const box = clsx(
  'focus-ring min-h-8.5 w-full rounded-lg border bg-card px-2.5 py-1.5 max-sm:min-h-10 max-sm:text-base',
  'text-text placeholder:text-muted disabled:bg-sunken disabled:text-muted',
);

export const inputClass = (isWrong = false) => clsx(box, isWrong ? 'border-critical' : 'border-control/70');

interface FieldProps {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  isOptional?: boolean;
  isLabelHidden?: boolean;
  className?: string;
}

interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label above a control, help and an error below it. Their ids connect them for screen readers. */
export function Field({
  label,
  help,
  error,
  isOptional,
  isLabelHidden,
  className,
  children,
}: FieldProps & { children: (ids: FieldIds) => ReactNode }) {
  const t = useWords(uiWords);
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'mb-1 block font-medium'}>
        {label}
        {isOptional && <span className="font-normal text-muted"> ({t('optional')})</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-muted text-xs">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1 text-critical text-xs">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  help,
  error,
  isOptional,
  isLabelHidden,
  className,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Field {...{ label, help, error, isOptional, isLabelHidden, className }}>
      {(ids) => <input type="text" {...input} {...ids} className={inputClass(Boolean(error))} />}
    </Field>
  );
}

export function TextArea({
  label,
  help,
  error,
  isOptional,
  isLabelHidden,
  className,
  ...input
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id'>) {
  return (
    <Field {...{ label, help, error, isOptional, isLabelHidden, className }}>
      {(ids) => <textarea rows={4} {...input} {...ids} className={inputClass(Boolean(error))} />}
    </Field>
  );
}

/** Uses the browser's own list, which works best on a phone and with a screen reader. */
export function SelectField({
  label,
  help,
  error,
  isOptional,
  isLabelHidden,
  className,
  options,
  ...input
}: FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: readonly { value: string; label: string }[] }) {
  return (
    <Field {...{ label, help, error, isOptional, isLabelHidden, className }}>
      {(ids) => (
        <select {...input} {...ids} className={clsx(inputClass(Boolean(error)), 'pr-7')}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
