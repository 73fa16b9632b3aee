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

/** Proof beside the claim: each passage word by word, and the page it stands on. */
export function EvidenceCard({ finding }: { finding: Schema<'FindingView'> }) {
  const t = useWords(leakWords);
  const [at, select] = useState(0);
  const all = [...finding.evidence, ...finding.proof];
  const shown = all[Math.min(at, all.length - 1)];
  if (!shown) {
    return null;
  }

  return (
    <Card>
      <CardHeader title={t('evidence')} detail={t('evidenceDetail', { n: all.length })} />
      <ul className="flex flex-col gap-1.5">
        {all.map((evidence, index) => (
          <li key={keyOf(evidence)}>
            <button
              type="button"
              aria-pressed={index === at}
              onClick={() => select(index)}
              className={clsx(
                'focus-ring block w-full rounded-lg border px-3 py-2 text-left',
                index === at ? 'border-evidence bg-evidence-tint' : 'border-line hover:bg-hover',
              )}
            >
              <span className="flex justify-between gap-3 text-xs">
                <span className="min-w-0 truncate font-medium">{evidence.fileName}</span>
                <span className="shrink-0 text-muted">
                  {index >= finding.evidence.length && `${t('proof')} · `}
                  <Place evidence={evidence} />
                </span>
              </span>
              <span className="mt-0.5 line-clamp-3 whitespace-pre-wrap break-words font-mono text-xs leading-5">
                {evidence.excerpt}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.documentId === null ? (
        <p className="mt-3 text-muted text-xs">{t('removedDocument')}</p>
      ) : (
        <>
          <div className="mt-3">
            <EvidenceViewer
              documentId={shown.documentId}
              documentVersionId={shown.documentVersionId}
              pointer={shown.pointer}
              excerpt={shown.excerpt}
              kind={shown.kind}
            />
          </div>
          <Link
            to={pages.document(shown.documentId)}
            className="focus-ring mt-2 inline-flex items-center gap-1 rounded font-medium underline underline-offset-2"
          >
            {t('openDocument', { file: shown.fileName })}
            <ExternalLink aria-hidden className="size-3.5" />
          </Link>
        </>
      )}
    </Card>
  );
}

function Place({ evidence }: { evidence: Evidence }) {
  const t = useWords(leakWords);
  const { page, row } = evidence.pointer;
  return row != null ? t('row', { row }) : page != null ? t('page', { page }) : null;
}

function keyOf({ documentVersionId, fileName, pointer, excerpt }: Evidence): string {
  return [documentVersionId, fileName, pointer.page, pointer.lineStart, pointer.row, pointer.column, excerpt].join(' ');
}
