'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { answer, api, type Schema } from '@/api/client';
import { ApiError } from '@/api/error';
import { useRefresh } from '@/api/queries';
import { useMayChange, useShop } from '@/api/shop';
import { useFailure } from '@/features/progress/failure';
import { isWorking } from '@/features/progress/stages';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { pages } from '@/shell/pages';
import { useHref } from '@/shell/shell';
import { Banner } from '@/ui/banner';
import { Button, buttonClass } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dropzone } from '@/ui/dropzone';
import { Meter } from '@/ui/meter';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import { EmptyState, QueryBoundary } from '@/ui/states';
import { useToast } from '@/ui/toast';
import { uiWords } from '@/ui/words.en';
import { DocumentLine, UploadLine } from './document-line';
import { type Show, useDocuments } from './documents-query';
import { SampleInvoice } from './sample-invoice';
import { Accepted, type Upload } from './upload-queue';
import { useUploads } from './use-uploads';
import { uploadsWords } from './words.en';

const shows = [
  ['all', 'showAll'],
  ['working', 'showWorking'],
  ['failed', 'showFailed'],
] as const;

export function UploadsPage() {
  const t = useWords(uploadsWords);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Suspense fallback={<ListSkeleton />}>
        <Uploads />
      </Suspense>
    </Page>
  );
}

function Uploads() {
  const t = useWords(uploadsWords);
  const { queue, uploads } = useUploads();
  const usage = useQuery({
    queryKey: [useShop()?.id, 'usage'],
    queryFn: ({ signal }) => answer(api.GET('/v1/organization/usage', { signal })),
  });
  const { date } = useFormat();
  const ui = useWords(uiWords);
  const mayChange = useMayChange();
  const documents = usage.data?.documents;
  const isFull = documents !== undefined && documents.used >= documents.limit;
  return (
    <Dropzone
      title={t('dropTitle')}
      detail={t('dropDetail')}
      accept={Accepted}
      disabled={queue === undefined || isFull || !mayChange}
      onFiles={(files) => queue?.add(files.filter((file) => !file.name.startsWith('.')))}
    >
      {!mayChange && <Banner kind="info">{ui('viewOnly')}</Banner>}
      <div className="min-h-[30px]">
        {documents &&
          (isFull ? (
            <Banner kind="warning">{t('usageFull', { limit: documents.limit, date: date(documents.resetsOn) })}</Banner>
          ) : (
            <Meter
              label={t('usage')}
              used={documents.used}
              limit={documents.limit}
              text={t('usageText', { used: documents.used, limit: documents.limit, date: date(documents.resetsOn) })}
            />
          ))}
      </div>
      <List queue={queue} uploads={uploads} />
    </Dropzone>
  );
}

function List({ queue, uploads }: ReturnType<typeof useUploads>) {
  const t = useWords(uploadsWords);
  const requested = useSearchParams().get('show');
  const show = shows.find(([value]) => value === requested)?.[0] ?? 'all';
  const isUploading = uploads.some(({ phase }) => phase !== 'failed' && phase !== 'same');
  const documents = useDocuments(show, isUploading);
  const { retry, retrying } = useRetry();
  const { activeUploads, settled } = splitLines(uploads, documents.data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <>
      <ListHeader show={show} working={settled.filter((item) => isWorking(item.state)).length} />
      <QueryBoundary query={documents} skeleton={<ListSkeleton />}>
        {() =>
          activeUploads.length + settled.length === 0 ? (
            <NoDocuments show={show} />
          ) : (
            <Card flush>
              <ul aria-label={t('list')}>
                {show === 'all' &&
                  activeUploads
                    .toReversed()
                    .map((upload) => (
                      <UploadLine
                        key={upload.key}
                        upload={upload}
                        onRetry={() => queue?.retry(upload.key)}
                        onRemove={() => queue?.remove(upload.key)}
                      />
                    ))}
                {settled.map((document) => (
                  <DocumentLine
                    key={document.id}
                    document={document}
                    isRetrying={retrying === document.id}
                    onRetry={() => retry(document.id)}
                    onFile={(file) => queue?.add([file], document.id)}
                  />
                ))}
              </ul>
            </Card>
          )
        }
      </QueryBoundary>
      {documents.hasNextPage && (
        <div className="flex justify-center">
          <Button busy={documents.isFetchingNextPage} onClick={() => void documents.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A file's line is that of its upload until the list knows that the bytes have arrived. */
function splitLines(uploads: readonly Upload[], known: readonly Schema<'DocumentListItem'>[]) {
  const arrived = new Set(known.filter((item) => item.state !== 'CREATED').map((item) => item.id));
  const activeUploads = uploads.filter(
    ({ phase, documentId }) =>
      phase === 'same' || phase === 'failed' || documentId === undefined || !arrived.has(documentId),
  );
  const own = new Set(activeUploads.map((upload) => upload.documentId));
  return { activeUploads, settled: known.filter((item) => item.state !== 'CREATED' || !own.has(item.id)) };
}

/** Which documents are listed, and how many are being read. */
function ListHeader({ show, working }: { show: Show; working: number }) {
  const t = useWords(uploadsWords);
  const href = useHref();
  const router = useRouter();
  const change = (next: Show) => {
    const path = next === 'all' ? pages.uploads() : `${pages.uploads()}?show=${next}`;
    router.replace(href(path), { scroll: false });
  };
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <fieldset className="flex gap-1">
        <legend className="sr-only">{t('show')}</legend>
        {shows.map(([value, word]) => (
          <button
            key={value}
            type="button"
            aria-pressed={show === value}
            className={buttonClass(show === value ? 'secondary' : 'plain')}
            onClick={() => change(value)}
          >
            {t(word)}
          </button>
        ))}
      </fieldset>
      <p role="status" className="text-muted">
        {working > 0 && t('working', { n: working })}
      </p>
    </div>
  );
}

function NoDocuments({ show }: { show: Show }) {
  const t = useWords(uploadsWords);
  if (show !== 'all') {
    return <EmptyState title={t(show === 'working' ? 'noneWorking' : 'noneFailed')} />;
  }

  return (
    <EmptyState picture={<SampleInvoice />} title={t('emptyTitle')}>
      {t('emptyText')}
    </EmptyState>
  );
}

function useRetry() {
  const shop = useShop();
  const refresh = useRefresh();
  const toast = useToast();
  const failure = useFailure();
  const t = useWords(uploadsWords);
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (documentId: string) =>
      answer(
        api.POST('/v1/shops/{shopId}/documents/{documentId}/retry', {
          params: { path: { shopId: shop?.id ?? '', documentId } },
        }),
      ),
    onSuccess: () => toast({ text: t('retried') }),
    onError: (error) => toast({ text: error instanceof ApiError ? failure(error) : String(error), isError: true }),
    onSettled: refresh,
  });
  return { retry: mutate, retrying: isPending ? variables : undefined };
}

function ListSkeleton() {
  return (
    <Card flush aria-busy>
      {Array.from({ length: 6 }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: bars are identified by their position.
          key={line}
          className="flex h-[60px] flex-col justify-center gap-2 border-line border-b px-4 last:border-b-0"
        >
          <Skeleton className="h-3.5 w-1/3" />
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </Card>
  );
}
