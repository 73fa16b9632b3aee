import clsx from 'clsx';

function colorOf(share: number): string {
  if (share >= 1) {
    return 'bg-leak';
  }

  return share >= 0.8 ? 'bg-evidence' : 'bg-action';
}

/** Shows how much of a limit is used. The color changes near the limit; the text states the same. */
export function Meter({ label, used, limit, text }: { label: string; used: number; limit: number; text: string }) {
  const share = limit <= 0 ? 1 : Math.min(1, used / limit);
  return (
    <div>
      <div className="mb-1 flex justify-between gap-4">
        <span className="font-medium">{label}</span>
        <span className="tabular text-muted">{text}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no browser lets a meter element be styled. */}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div className={clsx('h-full rounded-full', colorOf(share))} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
