'use client';
import type { ReactNode } from 'react';
import { ApiError } from '@/api/error';
import { useWords } from '@/i18n/language';
import { Banner } from './banner';
import { Button } from './button';
import { Card } from './card';
import { uiWords } from './words.en';

/** Nothing here yet: a picture of what will be, a sentence, one button. */
export function EmptyState({
  picture,
  title,
  children,
  action,
}: {
  picture?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Card className="flex flex-col items-center px-6 py-10 text-center">
      {picture && <div className="mb-4">{picture}</div>}
      <h2 className="font-semibold text-[15px]">{title}</h2>
      {children && <p className="mt-1 max-w-md text-muted">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </Card>
  );
}

/** What went wrong, that nothing was lost, and what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useWords(uiWords);
  const failure = error instanceof ApiError ? error : null;
  return (
    <Banner
      kind="critical"
      title={t('failedTitle')}
      actions={
        retry && (
          <Button size="small" onClick={retry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <p>
        {failure?.code === 'OFFLINE'
          ? t('failedOffline')
          : failure?.isConnection
            ? t('failedConnection')
            : failure && failure.status < 500
              ? failure.message
              : t('failedOther')}
      </p>
      {failure?.traceId && <p className="mt-0.5 text-muted text-xs">{t('reference', { id: failure.traceId })}</p>}
    </Banner>
  );
}

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Shows a skeleton, an error or the content of a query. Data that has arrived stays when a later request fails. */
export function QueryBoundary<T>({
  query,
  skeleton,
  children,
}: {
  query: Query<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const t = useWords(uiWords);
  if (query.data !== undefined) {
    return children(query.data);
  }

  return query.error ? (
    <ErrorState error={query.error} retry={() => void query.refetch()} />
  ) : (
    <>
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      {skeleton}
    </>
  );
}
