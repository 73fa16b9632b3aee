'use client';
import dynamic from 'next/dynamic';
import type { Schema } from '@/api/client';
import { Skeleton } from '@/ui/skeleton';

const EvidenceViewer = dynamic(
  () => import('@/features/document/evidence/evidence-viewer').then((module) => module.EvidenceViewer),
  { ssr: false, loading: Waiting },
);

/** The page itself, with the passage lit. */
export function EvidenceSource({ evidence }: { evidence: Schema<'FindingEvidenceView'> }) {
  return evidence.documentId === null ? null : (
    <EvidenceViewer
      documentId={evidence.documentId}
      documentVersionId={evidence.documentVersionId}
      pointer={evidence.pointer}
      excerpt={evidence.excerpt}
      kind={evidence.kind}
    />
  );
}

/** What stands in its place until it is asked for. */
export function EvidenceSkeleton({ evidence }: { evidence: Schema<'FindingEvidenceView'> }) {
  return evidence.documentId === null ? null : <Waiting />;
}

function Waiting() {
  return <Skeleton className="h-96" />;
}
