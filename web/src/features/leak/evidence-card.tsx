'use client';
import clsx from 'clsx';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { EvidenceViewer } from '@/features/document/evidence/evidence-viewer';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Card, CardHeader } from '@/ui/card';
import { leakWords } from './words.en';

type Evidence = Schema<'FindingEvidenceView'>;

/** The proof of the claim: each passage word by word, and the page it is printed on. */
export function EvidenceCard({ finding }: { finding: Schema<'FindingView'> }) {
  const t = useWords(leakWords);
  const [selected, select] = useState(0);
  const all = [...finding.evidence, ...finding.proof];
  const shown = all[Math.min(selected, all.length - 1)];
  if (!shown) {
    return null;
  }

  return (
    <Card>
      <CardHeader title={t('evidence')} detail={t('evidenceDetail', { n: all.length })} />
      <ul className="flex flex-col gap-1.5">
        {all.map((evidence, index) => (
          <li key={keyOf(evidence)}>
            <Passage
              evidence={evidence}
              isProof={index >= finding.evidence.length}
              isSelected={index === selected}
              onSelect={() => select(index)}
            />
          </li>
        ))}
      </ul>
      <Source evidence={shown} />
    </Card>
  );
}

function Passage({
  evidence,
  isProof,
  isSelected,
  onSelect,
}: {
  evidence: Evidence;
  /** It settled the finding, rather than caused it. */
  isProof: boolean;
  isSelected: boolean;
  onSelect: () => void;
}) {
  const t = useWords(leakWords);
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={onSelect}
      className={clsx(
        'focus-ring block w-full rounded-lg border px-3 py-2 text-left',
        isSelected ? 'border-evidence bg-evidence-tint' : 'border-line hover:bg-hover',
      )}
    >
      <span className="flex justify-between gap-3 text-xs">
        <span className="min-w-0 truncate font-medium">{evidence.fileName}</span>
        <span className="shrink-0 text-muted">
          {isProof && `${t('proof')} · `}
          <Place evidence={evidence} />
        </span>
      </span>
      <span className="mt-0.5 line-clamp-3 whitespace-pre-wrap break-words font-mono text-xs leading-5">
        {evidence.excerpt}
      </span>
    </button>
  );
}

function Source({ evidence }: { evidence: Evidence }) {
  const t = useWords(leakWords);
  if (evidence.documentId === null) {
    return <p className="mt-3 text-muted text-xs">{t('removedDocument')}</p>;
  }

  return (
    <>
      <div className="mt-3">
        <EvidenceViewer
          documentId={evidence.documentId}
          documentVersionId={evidence.documentVersionId}
          pointer={evidence.pointer}
          excerpt={evidence.excerpt}
        />
      </div>
      <Link
        to={pages.document(evidence.documentId)}
        className="focus-ring mt-2 inline-flex items-center gap-1 rounded font-medium underline underline-offset-2"
      >
        {t('openDocument', { file: evidence.fileName })}
        <ExternalLink aria-hidden className="size-3.5" />
      </Link>
    </>
  );
}

function Place({ evidence: { pointer } }: { evidence: Evidence }) {
  const t = useWords(leakWords);
  if (pointer.row != null) {
    return t('row', { row: pointer.row });
  }

  return pointer.page != null && t('page', { page: pointer.page });
}

function keyOf({ documentVersionId, fileName, pointer, excerpt }: Evidence): string {
  return [documentVersionId, fileName, pointer.page, pointer.lineStart, pointer.row, pointer.column, excerpt].join(' ');
}
