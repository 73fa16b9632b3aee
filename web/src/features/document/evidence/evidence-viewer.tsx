'use client';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { LazySheet } from './lazy-sheet';
import type { Mark } from './marks';

/** The page of a document on which evidence is printed, with its place highlighted. */
export function EvidenceViewer({
  documentId,
  documentVersionId,
  pointer,
  excerpt,
}: {
  documentId: string;
  documentVersionId?: string | null;
  pointer: Schema<'EvidencePointer'>;
  excerpt: string;
}) {
  const marks = useMemo<Mark[]>(() => [{ id: 'evidence', label: excerpt, pointer, excerpt }], [excerpt, pointer]);
  return <LazySheet documentId={documentId} versionId={documentVersionId} marks={marks} selected="evidence" />;
}
