'use client';
import clsx from 'clsx';
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

/** One line of the list, equally high in every state. */
function Line({
  name,
  detail,
  end,
  isWrong,
}: {
  name: ReactNode;
  /** The progress, the result or the error. */
  detail: ReactNode;
  /** An amount or actions. */
  end?: ReactNode;
  isWrong?: boolean;
}) {
  const Icon = isWrong ? CircleAlert : FileText;
  return (
    <li
      className={clsx(
        'grid min-h-[60px] grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-x-3',
        'border-line border-b px-4 py-2 last:border-b-0',
      )}
    >
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

interface UploadLineProps {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}

/** A file that is being uploaded. */
export function UploadLine({ upload, onRetry, onRemove }: UploadLineProps) {
  switch (upload.phase) {
    case 'failed':
      return <FailedUpload upload={upload} onRetry={onRetry} onRemove={onRemove} />;
    case 'same':
      return <SameUpload upload={upload} onRemove={onRemove} />;
    default:
      return <RunningUpload upload={upload} />;
  }
}

const unrepeatable = ['FILE_TOO_LARGE', 'FILE_EMPTY'];

function FailedUpload({ upload, onRetry, onRemove }: UploadLineProps) {
  const t = useWords(uploadsWords);
  const failure = useFailure();
  const canRepeat = !unrepeatable.includes(upload.error?.code ?? '');
  return (
    <Line
      isWrong
      name={upload.name}
      detail={<span className="text-critical">{failure(upload.error)}</span>}
      end={
        <>
          {canRepeat && (
            <Button size="small" aria-label={t('retryOf', { name: upload.name })} onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          <HideButton name={upload.name} onClick={onRemove} />
        </>
      }
    />
  );
}

/** A file whose bytes the store has already. */
function SameUpload({ upload, onRemove }: Omit<UploadLineProps, 'onRetry'>) {
  const t = useWords(uploadsWords);
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
      end={<HideButton name={upload.name} onClick={onRemove} />}
    />
  );
}

function RunningUpload({ upload: { name, phase, sentBytes, sizeBytes } }: { upload: Upload }) {
  const t = useWords(uploadsWords);
  const { number } = useFormat();
  const share = sizeBytes > 0 ? sentBytes / sizeBytes : 0;
  const percent = number(share, { style: 'percent', maximumFractionDigits: 0 });
  const label = phase === 'queued' || phase === 'checking' ? t(phase) : t('sending', { percent });
  return <Line name={name} detail={<Progress state={phase === 'sent' ? 'UPLOADED' : 'CREATED'} label={label} />} />;
}

function HideButton({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useWords(uploadsWords);
  return (
    <IconButton label={t('hide', { name })} onClick={onClick}>
      <X aria-hidden className="size-4" />
    </IconButton>
  );
}

interface DocumentLineProps {
  document: Schema<'DocumentListItem'>;
  onRetry: () => void;
  /** Uploads the file of a document whose first upload was interrupted. */
  onFile: (file: File) => void;
  isRetrying: boolean;
}

/** A document of the store. */
export function DocumentLine(props: DocumentLineProps) {
  const { document } = props;
  const labels = useWords(progressWords);
  const waiting = useWaiting();
  const stage = stageOf(document.state);
  if (document.state === 'CREATED') {
    return <InterruptedDocument {...props} />;
  }

  if (isFailed(document.state)) {
    return <FailedDocument {...props} />;
  }

  const name = <DocumentLink document={document} />;
  if (isWorking(document.state) && stage !== null) {
    const label = document.waiting ? waiting(document.waiting) : labels(progressLabels[stage]);
    return <Line name={name} detail={<Progress state={document.state} label={label} />} />;
  }

  return <Line name={name} detail={<Result document={document} />} end={<Total document={document} />} />;
}

function DocumentLink({ document }: Pick<DocumentLineProps, 'document'>) {
  return (
    <Link to={pages.document(document.id)} className="focus-ring rounded hover:underline">
      {document.fileName}
    </Link>
  );
}

function InterruptedDocument({ document, onFile }: DocumentLineProps) {
  const t = useWords(uploadsWords);
  const labels = useWords(progressWords);
  const mayChange = useMayChange();
  return (
    <Line
      isWrong
      name={<DocumentLink document={document} />}
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

function FailedDocument({ document, onRetry, isRetrying }: DocumentLineProps) {
  const t = useWords(uploadsWords);
  const failure = useFailure();
  const mayChange = useMayChange();
  return (
    <Line
      isWrong
      name={<DocumentLink document={document} />}
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
