'use client';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { QueryBoundary } from '@/ui/states';
import { LineList } from './line-list';
import { useOriginal } from './original';
import { PageSkeleton } from './page-skeleton';
import { SheetFrame, useInView } from './sheet-frame';
import type { SheetProps } from './sheet-props';

/** Longer files are cut: an invoice's lines come first, and a browser cannot draw a million lines. */
const MaxLines = 5_000;

/** The source of an e-invoice. */
export function SourceSheet({ documentId, versionId, ...rest }: SheetProps) {
  const scroller = useRef<HTMLElement>(null);
  const original = useOriginal(documentId, versionId);
  const text = useQuery({
    queryKey: ['original-text', versionId],
    enabled: original.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      ((await original.data?.text()) ?? '')
        .split(/\r\n?|\n/)
        .slice(0, MaxLines)
        .map((line, index) => ({ number: index + 1, text: line })),
  });
  useInView(scroller, rest.selected, text.data);
  return (
    <QueryBoundary
      query={{ ...text, error: original.error ?? text.error, refetch: original.refetch }}
      skeleton={<PageSkeleton />}
    >
      {(lines) => (
        <SheetFrame scroller={scroller}>
          <LineList {...rest} lines={lines} isCode />
        </SheetFrame>
      )}
    </QueryBoundary>
  );
}
