'use client';
import { CircleAlert, FileText, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schema } from '@/api/client';
import { useMayChange } from '@/api/shop';
import { useFailure, useWaiting } from '@/features/progress/failure';
import { canRetry, isFailed, isWorking, progressLabels, stageOf, stepsOf } from '@/features/progress/stages';
import { progressWords } from '@/features/progress/words.en';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Button, IconButton } from '@/ui/button';
import { FileButton } from '@/ui/file-button';
import { Money } from '@/ui/money';
import { Stepper } from '@/ui/stepper';
import type { Upload } from './upload-queue';
import { uploadsWords } from './words.en';

/** A line of the list: a name, where it is or what it says, and what can be done. As high in every state. */
function Line({
  name,
  detail,
  end,
  isWrong,
}: {
  name: ReactNode;
  detail: ReactNode;
  end?: ReactNode;
  isWrong?: boolean;
}) {
  const Icon = isWrong ? CircleAlert : FileText;
  return (
    <li className="grid min-h-[60px] grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b px-4 py-2 last:border-b-0">
      <Icon aria-hidden className={isWrong ? 'size-4 text-leak' : 'size-4 text-muted'} />
      <div className="min-w-0">
        <p className="truncate font-medium">{name}</p>
        <div className="text-muted">{detail}</div>
      </div>
      <div className="flex items-center justify-end gap-1 text-right">{end}</div>
    </li>
  );
}

function Progress({ state, label }: { state: Schema<'DocumentState'>; label: string }) {
  const t = useWords(progressWords);
  return (
    <div className="flex items-center gap-3">
      <span className="flex w-24 shrink-0 sm:w-40">
        <Stepper isCompact steps={stepsOf(state, t)} />
      </span>
      <span className="truncate text-xs">{label}</span>
    </div>
  );
}

/** A file that is still on its way up. */
export function UploadLine({
  upload,
  onRetry,
  onRemove,
}: {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}) {
  const t = useWords(uploadsWords);
  const { number } = useFormat();
  const failure = useFailure();
  const hide = (
    <IconButton label={t('hide', { name: upload.name })} onClick={onRemove}>
      <X aria-hidden className="size-4" />
    </IconButton>
  );
  if (upload.phase === 'failed') {
    return (
      <Line
        isWrong
        name={upload.name}
        detail={<span className="text-critical">{failure(upload.error)}</span>}
        end={
          <>
            {upload.error?.code !== 'FILE_TOO_LARGE' && upload.error?.code !== 'FILE_EMPTY' && (
              <Button size="small" aria-label={t('retryOf', { name: upload.name })} onClick={onRetry}>
                {t('retry')}
              </Button>
            )}
            {hide}
          </>
        }
      />
    );
  }

  if (upload.phase === 'same') {
    return (
      <Line
        name={upload.name}
        detail={
          <>
            {t('same')}{' '}
            {upload.documentId && (
              <Link to={pages.document(upload.documentId)} className="focus-ring rounded underline underline-offset-2">
                {t('openSame')}
              </Link>
            )}
          </>
        }
        end={hide}
      />
    );
  }

  const percent = number(upload.sizeBytes > 0 ? upload.sentBytes / upload.sizeBytes : 0, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return (
    <Line
      name={upload.name}
      detail={
        <Progress
          state={upload.phase === 'sent' ? 'UPLOADED' : 'CREATED'}
          label={
            upload.phase === 'queued'
              ? t('queued')
              : upload.phase === 'checking'
                ? t('checking')
                : t('sending', { percent })
          }
        />
      }
    />
  );
}

/** A document of the store. */
export function DocumentLine({
  document,
  onRetry,
  onFile,
  isRetrying,
}: {
  document: Schema<'DocumentListItem'>;
  onRetry: () => void;
  /** Another file for it, where the first never arrived. */
  onFile: (file: File) => void;
  isRetrying: boolean;
}) {
  const t = useWords(uploadsWords);
  const labels = useWords(progressWords);
  const failure = useFailure();
  const waiting = useWaiting();
  const mayChange = useMayChange();
  const name = (
    <Link to={pages.document(document.id)} className="focus-ring rounded hover:underline">
      {document.fileName}
    </Link>
  );
  if (document.state === 'CREATED') {
    return (
      <Line
        isWrong
        name={name}
        detail={labels('cutOff')}
        end={
          mayChange && (
            <FileButton size="small" aria-label={t('chooseAgainOf', { name: document.fileName })} onFile={onFile}>
              {t('chooseAgain')}
            </FileButton>
          )
        }
      />
    );
  }

  if (isFailed(document.state)) {
    return (
      <Line
        isWrong
        name={name}
        detail={<span className="text-critical">{failure(document.error)}</span>}
        end={
          mayChange &&
          canRetry(document.state) && (
            <Button
              size="small"
              busy={isRetrying}
              aria-label={t('retryOf', { name: document.fileName })}
              onClick={onRetry}
            >
              {t('retry')}
            </Button>
          )
        }
      />
    );
  }

  const stage = stageOf(document.state);
  if (isWorking(document.state) && stage !== null) {
    const text = document.waiting ? waiting(document.waiting) : labels(progressLabels[stage]);
    return <Line name={name} detail={<Progress state={document.state} label={text} />} />;
  }

  return <Line name={name} detail={<Result document={document} />} end={<Total document={document} />} />;
}

function Result({ document }: { document: Schema<'DocumentListItem'> }) {
  const t = useWords(uploadsWords);
  const { date } = useFormat();
  const first = document.firstInvoice;
  if (first === null) {
    return (
      <span>
        {document.mimeType === 'application/zip' || document.mimeType === 'message/rfc822'
          ? t('parts')
          : t('noInvoice')}
      </span>
    );
  }

  const parts =
    document.invoiceCount > 1
      ? [t('invoices', { n: document.invoiceCount })]
      : [first.vendorName, first.invoiceDate && date(first.invoiceDate), first.invoiceNumber];
  return <span className="block truncate">{parts.filter(Boolean).join(' · ')}</span>;
}

function Total({ document: { firstInvoice, invoiceCount } }: { document: Schema<'DocumentListItem'> }) {
  return firstInvoice?.totalAmount != null && invoiceCount === 1 ? (
    <Money amount={firstInvoice.totalAmount} currency={firstInvoice.currency} className="font-medium" />
  ) : null;
}
