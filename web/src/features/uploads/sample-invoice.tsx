/** A miniature of an invoice with one line highlighted. */
export function SampleInvoice() {
  return (
    <div
      aria-hidden
      className="flex w-28 flex-col gap-1.5 rounded-md border border-line bg-white p-3 text-left shadow-card"
    >
      <span className="h-2 w-1/2 rounded bg-[#d9d9d4]" />
      <span className="h-1.5 w-2/3 rounded bg-[#eceae5]" />
      <span className="mt-2 flex justify-between gap-4 rounded bg-[#fef3c7] p-1 outline-[#b45309] outline-[1.5px]">
        <span className="h-1.5 w-8 rounded bg-[#b45309]/60" />
        <span className="h-1.5 w-4 rounded bg-[#b45309]/60" />
      </span>
      <span className="flex justify-between gap-4 px-1">
        <span className="h-1.5 w-10 rounded bg-[#eceae5]" />
        <span className="h-1.5 w-4 rounded bg-[#eceae5]" />
      </span>
    </div>
  );
}
