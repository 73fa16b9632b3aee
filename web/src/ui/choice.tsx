'use client';
import clsx from 'clsx';
import { Check, Minus } from 'lucide-react';
import { Checkbox as Box, RadioGroup, Switch as Toggle } from 'radix-ui';
import { type ReactNode, useId } from 'react';

const control =
  'focus-ring inline-flex size-[18px] shrink-0 items-center justify-center border border-control bg-card disabled:opacity-50';

/** `label` is read out even where only the box is shown, as in a table. */
export function Checkbox({
  checked,
  onChange,
  label,
  help,
  isLabelHidden = false,
  disabled,
}: {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
  label: string;
  help?: ReactNode;
  isLabelHidden?: boolean;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className={isLabelHidden ? 'inline-flex' : 'flex items-start gap-2.5'}>
      <Box.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(value) => onChange(value === true)}
        aria-label={isLabelHidden ? label : undefined}
        aria-describedby={help ? `${id}-help` : undefined}
        className={clsx(
          control,
          'rounded-[5px] data-[state=checked]:border-action data-[state=indeterminate]:border-action data-[state=checked]:bg-action data-[state=indeterminate]:bg-action',
        )}
      >
        <Box.Indicator className="text-on-action">
          {checked === 'indeterminate' ? (
            <Minus aria-hidden className="size-3.5" strokeWidth={3} />
          ) : (
            <Check aria-hidden className="size-3.5" strokeWidth={3} />
          )}
        </Box.Indicator>
      </Box.Root>
      {!isLabelHidden && (
        <div>
          <label htmlFor={id}>{label}</label>
          {help && (
            <p id={`${id}-help`} className="text-muted text-xs">
              {help}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

export function Switch({
  checked,
  onChange,
  label,
  help,
  disabled,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  help?: ReactNode;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {help && (
          <p id={`${id}-help`} className="text-muted">
            {help}
          </p>
        )}
      </div>
      <Toggle.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={help ? `${id}-help` : undefined}
        className="focus-ring relative mt-0.5 h-5 w-9 shrink-0 rounded-full border border-control bg-control/60 transition-colors duration-100 disabled:opacity-50 data-[state=checked]:border-action data-[state=checked]:bg-action"
      >
        <Toggle.Thumb className="block size-4 translate-x-px rounded-full bg-card shadow transition-transform duration-100 data-[state=checked]:translate-x-[17px]" />
      </Toggle.Root>
    </div>
  );
}

export function Choices<Value extends string>({
  legend,
  value,
  onChange,
  options,
}: {
  legend: string;
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; help?: string }[];
}) {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1.5 font-medium">
        {legend}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value ?? ''}
        onValueChange={(next) => onChange(next as Value)}
        className="flex flex-col gap-2"
      >
        {options.map((option) => (
          <div key={option.value} className="flex items-start gap-2.5">
            <RadioGroup.Item
              id={`${id}-${option.value}`}
              value={option.value}
              aria-describedby={option.help ? `${id}-${option.value}-help` : undefined}
              className={clsx(control, 'rounded-full data-[state=checked]:border-action')}
            >
              <RadioGroup.Indicator className="size-2.5 rounded-full bg-action" />
            </RadioGroup.Item>
            <div>
              <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
              {option.help && (
                <p id={`${id}-${option.value}-help`} className="text-muted text-xs">
                  {option.help}
                </p>
              )}
            </div>
          </div>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
