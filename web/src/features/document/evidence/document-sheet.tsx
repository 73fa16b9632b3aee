'use client';
import dynamic from 'next/dynamic';
import { ApiError } from '@/api/error';
import { useWords } from '@/i18n/language';
import { Banner } from '@/ui/banner';
import { QueryBoundary } from '@/ui/states';
import { sheetOf } from './marks';
import { useDocument } from './original';
import { PageSkeleton } from './page-skeleton';
import { RowsSheet } from './rows-sheet';
import type { SheetProps } from './sheet-props';
import { SourceSheet } from './source-sheet';
import { TextSheet } from './text-sheet';
import { evidenceWords } from './words.en';

// pdf.js is three times the size of the page, so it is loaded only when a page is to be drawn.
const PagesSheet = dynamic(() => import('./pages-sheet').then((module) => module.PagesSheet), {
  ssr: false,
  loading: PageSkeleton,
});

/** A document as its pages, rows or text, with the marked places on it. */
export function DocumentSheet({
  documentId,
  versionId,
  ...rest
}: Omit<SheetProps, 'versionId'> & { versionId?: string | null }) {
  const t = useWords(evidenceWords);
  const document = useDocument(documentId);
  const excerpt = rest.marks.find((mark) => mark.id === rest.selected)?.excerpt;
  if (document.error instanceof ApiError && document.error.code === 'NOT_FOUND') {
    return <Excerpt reason={t('deleted')} excerpt={excerpt} />;
  }

  return (
    <QueryBoundary query={document} skeleton={<PageSkeleton />}>
      {(view) => {
        const version =
          view.versions.find(({ id }) => id === versionId) ??
          view.versions.find(({ id }) => id === view.currentVersionId) ??
          view.versions[0];
        if (version === undefined) {
          return null;
        }

        const sheet = { documentId, versionId: version.id, ...rest };
        const kind = sheetOf(version.mimeType);
        if (kind === 'rows') {
          return <RowsSheet key={version.id} {...sheet} />;
        }

        if (!version.hasOriginal) {
          return version.pageCount === null ? (
            <Excerpt reason={t('gone')} excerpt={excerpt} />
          ) : (
            <TextSheet key={version.id} {...sheet} note={t('asText')} />
          );
        }

        switch (kind) {
          case 'pdf':
          case 'picture':
            return <PagesSheet key={version.id} {...sheet} kind={kind} />;
          case 'source':
            return <SourceSheet key={version.id} {...sheet} />;
          case 'text':
            return <TextSheet key={version.id} {...sheet} />;
        }
      }}
    </QueryBoundary>
  );
}

function Excerpt({ reason, excerpt }: { reason: string; excerpt: string | undefined }) {
  return (
    <div className="flex flex-col gap-3">
      <Banner>{reason}</Banner>
      {excerpt && (
        <blockquote className="rounded-lg border-evidence border-l-4 bg-evidence-tint px-3 py-2">{excerpt}</blockquote>
      )}
    </div>
  );
}
