'use client';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { answer, api } from '@/api/client';
import { ApiError } from '@/api/error';
import { useRefresh } from '@/api/queries';
import { useMayChange, useShop } from '@/api/shop';
import { useFailure } from '@/features/progress/failure';
import { canRetry } from '@/features/progress/stages';
import { Accepted } from '@/features/uploads/upload-queue';
import { useUploads } from '@/features/uploads/use-uploads';
import { useWords } from '@/i18n/language';
import { pages } from '@/shell/pages';
import { useHref } from '@/shell/shell';
import { Button } from '@/ui/button';
import { FileButton } from '@/ui/file-button';
import { useToast } from '@/ui/toast';
import type { TaggedDocument } from './evidence/original';
import { documentWords } from './words.en';

// The dialog is a tenth of the page and rarely opened.
const DeleteDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteDialog), { ssr: false });

/** Saves a correction of a field; throws the message to show next to it. */
export function useCorrection(document: TaggedDocument) {
  const t = useWords(documentWords);
  const shop = useShop();
  const refresh = useRefresh();
  const toast = useToast();
  return async (position: number, field: string, value: string | null) => {
    try {
      await answer(
        api.PATCH('/v1/shops/{shopId}/documents/{documentId}/invoices/{position}', {
          params: {
            path: { shopId: shop?.id ?? '', documentId: document.id, position },
            header: { 'If-Match': document.tag },
          },
          body: { corrections: [{ field, value }] },
        }),
      );
    } catch (failure) {
      await refresh();
      throw failure instanceof ApiError && failure.status === 412 ? new Error(t('conflict')) : failure;
    }

    await refresh();
    toast({ text: t('saved') });
  };
}

export function DocumentActions({ document }: { document: TaggedDocument }) {
  const t = useWords(documentWords);
  const failure = useFailure();
  const shop = useShop();
  const refresh = useRefresh();
  const toast = useToast();
  const router = useRouter();
  const href = useHref();
  const [isDialogOpen, openDialog] = useState(false);
  const mayChange = useMayChange();
  const path = { shopId: shop?.id ?? '', documentId: document.id };
  const onError = (error: Error) =>
    toast({ text: error instanceof ApiError ? failure(error) : error.message, isError: true });
  const retry = useMutation({
    mutationFn: () => answer(api.POST('/v1/shops/{shopId}/documents/{documentId}/retry', { params: { path } })),
    onSuccess: () => toast({ text: t('retried') }),
    onError,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/shops/{shopId}/documents/{documentId}', { params: { path } })),
    onSuccess: () => {
      toast({ text: t('deleted') });
      router.replace(href(pages.uploads()));
      void refresh();
    },
    onError,
  });
  if (!mayChange) {
    return null;
  }

  return (
    <>
      {canRetry(document.state) && (
        <Button kind="primary" busy={retry.isPending} onClick={() => retry.mutate()}>
          {t('retry')}
        </Button>
      )}
      <NewVersion documentId={document.id} />
      <Button onClick={() => openDialog(true)}>{t('delete')}</Button>
      {isDialogOpen && (
        <DeleteDialog isBusy={remove.isPending} onDelete={() => remove.mutate()} onClose={() => openDialog(false)} />
      )}
    </>
  );
}

/** Replaces the file: its charges and findings are checked again, and the old version is kept. */
function NewVersion({ documentId }: { documentId: string }) {
  const t = useWords(documentWords);
  const failure = useFailure();
  const toast = useToast();
  const { queue, uploads } = useUploads();
  const upload = uploads.findLast((entry) => entry.replaces === documentId);
  useEffect(() => {
    if (upload?.phase === 'failed') {
      toast({ text: failure(upload.error), isError: true });
      queue?.remove(upload.key);
    } else if (upload?.phase === 'same') {
      toast({ text: t('versionSame') });
      queue?.remove(upload.key);
    }
  }, [upload, queue, toast, failure, t]);
  return (
    <FileButton
      accept={Accepted}
      testId="new-version"
      disabled={queue === undefined}
      busy={upload !== undefined && upload.phase !== 'sent'}
      onFile={(file) => queue?.add([file], documentId)}
    >
      {t('newVersion')}
    </FileButton>
  );
}
