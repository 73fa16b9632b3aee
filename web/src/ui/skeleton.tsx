import clsx from 'clsx';
import { Card } from './card';

/** A bar in place of a text. Give it the text's height, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'block animate-[pulse-soft_1.6s_ease-in-out_infinite] rounded bg-hover',
        className ?? 'h-4 w-full',
      )}
    />
  );
}

const Widths = ['w-11/12', 'w-3/4', 'w-5/6', 'w-2/3', 'w-4/5'];

export function SkeletonLines({ lines }: { lines: number }) {
  return (
    <div className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are identified by their position.
        <Skeleton key={line} className={clsx('h-4', Widths[line % Widths.length])} />
      ))}
    </div>
  );
}

export function SkeletonCard({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <Card className={className} aria-busy>
      <SkeletonLines lines={lines} />
    </Card>
  );
}
