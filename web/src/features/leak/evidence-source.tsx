'use client';
import dynamic from 'next/dynamic';
import type { Schema } from '@/api/client';
import { Skeleton } from '@/ui/skeleton';

const EvidenceViewer = dynamic(
  () => import('@/features/document/evidence/evidence-viewer').then((module) => module.EvidenceViewer),
  { ssr: false, loading: Waiting },
);

/**
 * The page itself, with the passage lit.
 * @param isAsked False until the page may be asked for: something stands in its place.
 */
export function EvidenceSource({ evidence, isAsked }: { evidence: Schema<'FindingEvidenceView'>; isAsked: boolean }) {
  if (evidence.documentId === null) {
    return null;
  }

  return isAsked ? (
    <EvidenceViewer
      documentId={evidence.documentId}
      documentVersionId={evidence.documentVersionId}
      pointer={evidence.pointer}
      excerpt={evidence.excerpt}
      kind={evidence.kind}
    />
  ) : (
    <Waiting />
  );
}

function Waiting() {
  return <Skeleton className="h-96" />;
}
