'use client';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

// The browser's own controls work everywhere, also with screen readers, and load nothing.
const control = 'focus-ring m-0 size-[18px] shrink-0 accent-action disabled:opacity-50';

/** Screen readers announce `label` even where only the box is shown. */
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
      <input
        id={id}
        type="checkbox"
        ref={(box) => {
          if (box) {
            box.indeterminate = checked === 'indeterminate';
          }
        }}
        checked={checked === true}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        aria-label={isLabelHidden ? label : undefined}
        aria-describedby={help ? `${id}-help` : undefined}
        className={control}
      />
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
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={help ? `${id}-help` : undefined}
        className={clsx(
          'focus-ring relative mt-0.5 h-5 w-9 shrink-0 appearance-none rounded-full border',
          'border-control bg-control/60 transition-colors duration-100 disabled:opacity-50',
          'checked:border-action checked:bg-action',
          'before:absolute before:top-px before:left-px before:size-4 before:rounded-full before:bg-card',
          'before:shadow before:transition-transform before:duration-100 checked:before:translate-x-4',
        )}
      />
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
      <div role="radiogroup" aria-labelledby={id} className="flex flex-col gap-2">
        {options.map((option) => (
          <div key={option.value} className="flex items-start gap-2.5">
            <input
              id={`${id}-${option.value}`}
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              aria-describedby={option.help ? `${id}-${option.value}-help` : undefined}
              className={control}
            />
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
      </div>
    </div>
  );
}
