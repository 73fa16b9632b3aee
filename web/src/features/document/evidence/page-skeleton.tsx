export const desk = 'overflow-hidden rounded-card border border-line bg-sunken';

/** Reserves the space of an A4 page until its size is known. */
export function PageSkeleton() {
  return (
    <div className={desk} aria-hidden>
      <div className="h-10 border-line border-b bg-card" />
      <div className="p-3 sm:p-4">
        <div className="aspect-[1/1.414] animate-[pulse-soft_1.6s_ease-in-out_infinite] bg-white/70" />
      </div>
    </div>
  );
}
