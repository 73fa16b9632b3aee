'use client';
import clsx from 'clsx';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { niceCeiling, ticksTo } from './scale';

export interface BarPart {
  series: string;
  /** Determines the height. */
  value: number;
  /** The value as text. */
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

interface Series {
  key: string;
  name: string;
  /** "All others", shown in gray. */
  isRest?: boolean;
}

interface StackedBarsProps {
  label: string;
  bars: readonly Bar[];
  series: readonly Series[];
  /** Formats a value of the axis. */
  tick: (value: number) => string;
  height?: number;
}

const LabelHeight = 24;

/**
 * Months as stacked bars. Hovering or focusing a month shows its values; arrow keys move between months. The page shows
 * every value in a table below, too.
 */
export function StackedBars({ label, bars, series, tick, height = 200 }: StackedBarsProps) {
  const id = useId();
  const [active, activate] = useState<number | null>(null);
  const { stop, setStop, buttons, onKeyDown } = useArrowKeys(bars.length);
  const top = niceCeiling(Math.max(0, ...bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.value, 0))));
  const color = (key: string) => seriesColor(series, key);
  return (
    <figure aria-label={label}>
      <div className="relative pl-14" style={{ height: height + LabelHeight }}>
        <Axis top={top} height={height} tick={tick} />
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
                <Stack
                  bar={bar}
                  isFaded={active !== null && active !== index}
                  scale={scaleTo(top, height)}
                  color={color}
                />
              </button>
              <BarLabel text={bar.short} isOptional={bars.length > 8 && (bars.length - index) % 2 === 0} />
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
      <Legend series={series} color={color} />
    </figure>
  );
}

function seriesColor(series: readonly Series[], key: string): string {
  const index = series.findIndex((entry) => entry.key === key);
  return series[index]?.isRest ? rest : (colors[index] ?? rest);
}

const scaleTo = (top: number, height: number) => (value: number) => (top === 0 ? 0 : (value / top) * height);

/** One bar is a tab stop; arrow keys, Home and End move it. */
function useArrowKeys(count: number) {
  const [stop, setStop] = useState(count - 1);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: count - 1 }[event.key];
    if (next !== undefined && next >= 0 && next < count) {
      event.preventDefault();
      setStop(next);
      buttons.current[next]?.focus();
    }
  };
  return { stop, setStop, buttons, onKeyDown };
}

function Axis({ top, height, tick }: { top: number; height: number; tick: (value: number) => string }) {
  const scale = scaleTo(top, height);
  return ticksTo(top).map((value) => (
    <div
      key={value}
      aria-hidden
      className="absolute right-0 left-0 flex items-center"
      style={{ bottom: LabelHeight + scale(value) - 8, height: 16 }}
    >
      <span className="tabular w-12 whitespace-nowrap text-right text-[11px] text-muted leading-4">{tick(value)}</span>
      <span className="ml-2 h-px flex-1 bg-line" />
    </div>
  ));
}

function Stack({
  bar,
  isFaded,
  scale,
  color,
}: {
  bar: Bar;
  isFaded: boolean;
  scale: (value: number) => number;
  color: (key: string) => string;
}) {
  return (
    <span aria-hidden className="flex flex-1 flex-col-reverse items-center overflow-hidden">
      {bar.parts.map((part) => (
        <span
          key={part.series}
          className={clsx('w-3/5 max-w-9 last:rounded-t-[3px]', isFaded && 'opacity-45')}
          style={{
            // A positive value is at least one pixel high.
            height: Math.max(Number(part.value > 0), scale(part.value)),
            background: color(part.series),
            boxShadow: '0 1px 0 var(--card)',
          }}
        />
      ))}
    </span>
  );
}

/** @param props.isOptional A phone has room for every second name of a year. */
function BarLabel({ text, isOptional }: { text: string; isOptional: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'flex h-6 shrink-0 justify-center whitespace-nowrap pt-1 text-[11px] text-muted leading-4',
        isOptional && 'max-sm:invisible',
      )}
    >
      {text}
    </span>
  );
}

function Legend({ series, color }: { series: readonly Series[]; color: (key: string) => string }) {
  return (
    <figcaption className="mt-3 flex flex-wrap gap-x-4 gap-y-1 pl-14">
      {series.map(({ key, name }) => (
        <span key={key} className="inline-flex items-center gap-1.5 text-muted text-xs">
          <span aria-hidden className="size-2.5 rounded-[3px]" style={{ background: color(key) }} />
          {name}
        </span>
      ))}
    </figcaption>
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
      className={clsx(
        'pointer-events-none absolute top-0 z-10 w-56 max-w-[70vw]',
        'rounded-xl border border-line bg-card p-3 shadow-lg',
      )}
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
              {names.find(({ key }) => key === part.series)?.name}
            </span>
            <span className="tabular">{part.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
