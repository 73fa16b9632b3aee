'use client';
import type { ReactNode } from 'react';
import { ApiError } from '@/api/error';
import { useWords } from '@/i18n/language';
import { Banner } from './banner';
import { Button } from './button';
import { Card } from './card';
import { uiWords } from './words.en';

/** Shown where a list is empty: a picture, a sentence and one button. */
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

/** States what went wrong, that nothing was lost, and what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useWords(uiWords);
  const traceId = error instanceof ApiError && error.traceId;
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
      <p>{explain(error, t)}</p>
      {traceId && <p className="mt-0.5 text-muted text-xs">{t('reference', { id: traceId })}</p>}
    </Banner>
  );
}

function explain(error: unknown, t: (key: 'failedOffline' | 'failedConnection' | 'failedOther') => string): string {
  if (!(error instanceof ApiError)) {
    return t('failedOther');
  }

  if (error.isConnection) {
    return t(error.code === 'OFFLINE' ? 'failedOffline' : 'failedConnection');
  }

  return error.status < 500 ? error.message : t('failedOther');
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
