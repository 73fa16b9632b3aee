import type { ErrorTarget } from './target';

/** Later errors rarely add anything. */
const MaxEarlyErrors = 10;

type Report = (error: unknown) => void;

let report: Report | null = null;

/** Reports an error that the page has caught. */
export function reportError(error: unknown) {
  report?.(error);
}

/** Keeps errors until the SDK has loaded, then reports them. Without the SDK they are dropped. */
export function startErrorReports(
  load: () => Promise<{ start(target: ErrorTarget): Report }> = () => import('./sentry'),
) {
  const target = targetOf(document);
  if (target === null || report !== null) {
    return;
  }

  const early: unknown[] = [];
  const keep: Report = (error) => {
    if (early.length < MaxEarlyErrors) {
      early.push(error);
    }
  };
  const onError = (event: ErrorEvent) => keep(event.error ?? event.message);
  const onRejection = (event: PromiseRejectionEvent) => keep(event.reason);
  report = keep;
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  whenIdle(() => {
    load().then(
      ({ start }) => {
        window.removeEventListener('error', onError);
        window.removeEventListener('unhandledrejection', onRejection);
        const send = start(target);
        report = send;
        early.forEach((error) => {
          send(error);
        });
      },
      () => {},
    );
  });
}

export function targetOf(page: Document): ErrorTarget | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="leakwatch-errors"]');
  return meta?.content
    ? { dsn: meta.content, environment: meta.dataset.environment ?? '', release: meta.dataset.release ?? '' }
    : null;
}

/** Safari has no requestIdleCallback. */
function whenIdle(work: () => void) {
  if ('requestIdleCallback' in window) {
    window.requestIdleCallback(work, { timeout: 3_000 });
  } else {
    setTimeout(work, 1_000);
  }
}
