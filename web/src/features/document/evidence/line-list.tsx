'use client';
import clsx from 'clsx';
import { useWords } from '@/i18n/language';
import type { Mark } from './marks';
import { evidenceWords } from './words.en';

/** Numbered lines; marked ones are highlighted or can be selected. */
export function LineList({
  lines,
  marks,
  selected,
  onSelect,
  isCode = false,
}: {
  lines: readonly { number: number; text: string }[];
  marks: readonly Mark[];
  selected?: string;
  onSelect?: (id: string) => void;
  isCode?: boolean;
}) {
  const t = useWords(evidenceWords);
  const at = (mark: Mark, line: number) =>
    mark.pointer.lineStart != null &&
    line >= mark.pointer.lineStart &&
    line <= (mark.pointer.lineEnd ?? mark.pointer.lineStart);
  return (
    <ol className={clsx('min-w-full bg-card py-3', isCode ? 'w-max font-mono text-xs' : 'text-[13px]')}>
      {lines.map((line) => {
        const here = marks.filter((mark) => at(mark, line.number));
        const isLit = here.some((mark) => mark.id === selected);
        const first = here[0];
        return (
          <li
            key={line.number}
            data-lit={isLit}
            className={clsx(
              'grid grid-cols-[3rem_minmax(0,1fr)] border-l-4 pr-4',
              isLit ? 'border-evidence bg-evidence-tint' : 'border-transparent',
            )}
          >
            <span className="tabular select-none pr-3 text-right text-muted text-xs leading-5">
              <span className="sr-only">{t('line', { line: line.number })}</span>
              <span aria-hidden>{line.number}</span>
            </span>
            {first && onSelect ? (
              <button
                type="button"
                aria-pressed={isLit}
                onClick={() => onSelect(first.id)}
                className={clsx(
                  'focus-ring min-h-5 whitespace-pre-wrap rounded text-left',
                  'underline decoration-evidence/50 decoration-dotted underline-offset-4 hover:decoration-evidence',
                )}
              >
                {line.text}
              </button>
            ) : (
              <span className={isCode ? 'whitespace-pre' : 'whitespace-pre-wrap break-words'}>{line.text}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
