'use client';
import clsx from 'clsx';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { niceCeiling, ticksTo } from './scale';

export interface BarPart {
  series: string;
  /** For the height only. */
  value: number;
  /** As it is read. */
  text: string;
}

export interface Bar {
  key: string;
  label: string;
  short: string;
  parts: readonly BarPart[];
  total: string;
}

const colors = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)', 'var(--chart-5)'];
const rest = 'var(--chart-rest)';

/** The last of the series may be "all others", in grey. */
export const seriesColor = (index: number, isRest: boolean) => (isRest ? rest : (colors[index] ?? rest));

/**
 * Months as stacked bars. Pointing or focusing a month reads its values; arrow keys go from month to month. Every value stands in a
 * table too, which the page shows under it.
 */
export function StackedBars({
  label,
  bars,
  series,
  tick,
  height = 200,
}: {
  label: string;
  bars: readonly Bar[];
  series: readonly { key: string; name: string; isRest?: boolean }[];
  /** How a value of the axis is written. */
  tick: (value: number) => string;
  height?: number;
}) {
  const id = useId();
  const [active, activate] = useState<number | null>(null);
  const [stop, setStop] = useState(bars.length - 1);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const top = niceCeiling(Math.max(0, ...bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.value, 0))));
  const color = (key: string) => {
    const index = series.findIndex((one) => one.key === key);
    return seriesColor(index, series[index]?.isRest ?? false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? bars.length - 1 : step === undefined ? null : stop + step;
    if (next !== null && next >= 0 && next < bars.length) {
      event.preventDefault();
      setStop(next);
      buttons.current[next]?.focus();
    }
  };
  return (
    <figure aria-label={label}>
      <div className="relative pl-14" style={{ height: height + 24 }}>
        {ticksTo(top).map((value) => (
          <div
            key={value}
            aria-hidden
            className="absolute right-0 left-0 flex items-center"
            style={{ bottom: 24 + (top === 0 ? 0 : (value / top) * height) - 8, height: 16 }}
          >
            <span className="tabular w-12 whitespace-nowrap text-right text-[11px] text-muted leading-4">
              {tick(value)}
            </span>
            <span className="ml-2 h-px flex-1 bg-line" />
          </div>
        ))}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
        <div role="group" aria-label={label} className="absolute inset-y-0 right-0 left-14 flex" onKeyDown={onKeyDown}>
          {bars.map((bar, index) => (
            <div key={bar.key} className="flex min-w-0 flex-1 flex-col">
              <button
                ref={(button) => {
                  buttons.current[index] = button;
                }}
                type="button"
                tabIndex={index === stop ? 0 : -1}
                aria-label={`${bar.label}: ${bar.total}`}
                aria-describedby={active === index ? `${id}-values` : undefined}
                onPointerEnter={() => activate(index)}
                onPointerLeave={() => activate(null)}
                onFocus={() => {
                  activate(index);
                  setStop(index);
                }}
                onBlur={() => activate(null)}
                className="focus-ring flex flex-1 cursor-default flex-col rounded-md"
              >
                <span aria-hidden className="flex flex-1 flex-col-reverse items-center overflow-hidden">
                  {bar.parts.map((part) => (
                    <span
                      key={part.series}
                      className={clsx(
                        'w-3/5 max-w-9 last:rounded-t-[3px]',
                        active !== null && active !== index && 'opacity-45',
                      )}
                      style={{
                        height: top === 0 ? 0 : Math.max(part.value > 0 ? 1 : 0, (part.value / top) * height),
                        background: color(part.series),
                        boxShadow: '0 1px 0 var(--card)',
                      }}
                    />
                  ))}
                </span>
              </button>
              <span
                aria-hidden
                className={clsx(
                  'flex h-6 shrink-0 justify-center whitespace-nowrap pt-1 text-[11px] text-muted leading-4',
                  // A year of months has room for every second name on a phone.
                  bars.length > 8 && (bars.length - index) % 2 === 0 && 'max-sm:invisible',
                )}
              >
                {bar.short}
              </span>
            </div>
          ))}
        </div>
        {active !== null && bars[active] && (
          <BarValues
            id={`${id}-values`}
            bar={bars[active]}
            at={(active + 0.5) / bars.length}
            names={series}
            color={color}
          />
        )}
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-x-4 gap-y-1 pl-14">
        {series.map((one) => (
          <span key={one.key} className="inline-flex items-center gap-1.5 text-muted text-xs">
            <span aria-hidden className="size-2.5 rounded-[3px]" style={{ background: color(one.key) }} />
            {one.name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function BarValues({
  id,
  bar,
  at,
  names,
  color,
}: {
  id: string;
  bar: Bar;
  /** 0 at the left edge of the bars, 1 at the right one. */
  at: number;
  names: readonly { key: string; name: string }[];
  color: (key: string) => string;
}) {
  return (
    <div
      id={id}
      role="tooltip"
      className="pointer-events-none absolute top-0 z-10 w-56 max-w-[70vw] rounded-xl border border-line bg-card p-3 shadow-lg"
      style={{
        left: `calc(56px + (100% - 56px) * ${at})`,
        transform: `translateX(${at > 0.5 ? 'calc(-100% - 24px)' : '24px'})`,
      }}
    >
      <p className="flex justify-between gap-3 font-semibold">
        <span>{bar.label}</span>
        <span className="tabular">{bar.total}</span>
      </p>
      <ul className="mt-1">
        {[...bar.parts].reverse().map((part) => (
          <li key={part.series} className="flex items-center gap-1.5 text-xs">
            <span aria-hidden className="size-2 shrink-0 rounded-[2px]" style={{ background: color(part.series) }} />
            <span className="min-w-0 flex-1 truncate text-muted">
              {names.find((one) => one.key === part.series)?.name}
            </span>
            <span className="tabular">{part.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
