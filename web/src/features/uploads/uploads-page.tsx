'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { answer, api } from '@/api/client';
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
import { Accepted } from './upload-queue';
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
  const address = useHref();
  const router = useRouter();
  const asked = useSearchParams().get('show');
  const show: Show = asked === 'working' || asked === 'failed' ? asked : 'all';
  const documents = useDocuments(
    show,
    uploads.some((upload) => upload.phase !== 'failed' && upload.phase !== 'same'),
  );
  const { retry, retrying } = useRetry();
  const known = documents.data?.pages.flatMap((page) => page.items) ?? [];
  // A file's line is the upload's until the list knows that its bytes have arrived.
  const arrived = new Set(known.filter((item) => item.state !== 'CREATED').map((item) => item.id));
  const activeUploads = uploads.filter(
    (upload) =>
      upload.phase === 'same' ||
      (upload.documentId === undefined ? true : !arrived.has(upload.documentId) || upload.phase === 'failed'),
  );
  const mine = new Set(activeUploads.map((upload) => upload.documentId));
  const settled = known.filter((item) => !(item.state === 'CREATED' && mine.has(item.id)));
  const underway = settled.filter((item) => isWorking(item.state)).length;
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t('show')}</legend>
          {shows.map(([value, word]) => (
            <button
              key={value}
              type="button"
              aria-pressed={show === value}
              className={buttonClass(show === value ? 'secondary' : 'plain')}
              onClick={() =>
                router.replace(address(value === 'all' ? pages.uploads() : `${pages.uploads()}?show=${value}`), {
                  scroll: false,
                })
              }
            >
              {t(word)}
            </button>
          ))}
        </fieldset>
        <p role="status" className="text-muted">
          {underway > 0 && t('working', { n: underway })}
        </p>
      </div>
      <QueryBoundary query={documents} skeleton={<ListSkeleton />}>
        {() =>
          activeUploads.length + settled.length === 0 ? (
            show === 'all' ? (
              <EmptyState picture={<SampleInvoice />} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <EmptyState title={t(show === 'working' ? 'noneWorking' : 'noneFailed')} />
            )
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
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have nothing but their place.
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

/** What a read invoice looks like, in little: the line that matters is lit. */
function SampleInvoice() {
  return (
    <div
      aria-hidden
      className="flex w-28 flex-col gap-1.5 rounded-md border border-line bg-white p-3 text-left shadow-card"
    >
      <span className="h-2 w-1/2 rounded bg-[#d9d9d4]" />
      <span className="h-1.5 w-2/3 rounded bg-[#eceae5]" />
      <span className="mt-2 flex justify-between gap-4 rounded bg-[#fef3c7] px-1 py-1 outline-[#b45309] outline-[1.5px]">
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
