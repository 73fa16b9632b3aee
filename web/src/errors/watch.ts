import type { ErrorTarget } from './target';

/** More of them say nothing new. */
const MaxEarlyErrors = 10;

type Report = (error: unknown) => void;

let report: Report | null = null;

/** An error that the page caught itself: told as if it had not. */
export function reportError(error: unknown) {
  report?.(error);
}

/** Errors before the SDK is there wait for it. Where it cannot be loaded there is nobody to tell. */
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
        const tell = start(target);
        report = tell;
        early.forEach((error) => {
          tell(error);
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
