import {
  BrowserClient,
  dedupeIntegration,
  defaultStackParser,
  type ErrorEvent,
  eventFiltersIntegration,
  functionToStringIntegration,
  getCurrentScope,
  globalHandlersIntegration,
  linkedErrorsIntegration,
  makeFetchTransport,
} from '@sentry/browser';
import { pageOf, scrubText } from './scrub';
import type { ErrorTarget } from './target';

/** Starts the smallest SDK that reports an error: without breadcrumbs, which show what people do, replay or tracing. */
export function start(target: ErrorTarget): (error: unknown) => void {
  const client = new BrowserClient({
    dsn: target.dsn,
    environment: target.environment || undefined,
    release: target.release || undefined,
    transport: makeFetchTransport,
    stackParser: defaultStackParser,
    integrations: [
      eventFiltersIntegration(),
      functionToStringIntegration(),
      globalHandlersIntegration(),
      linkedErrorsIntegration(),
      dedupeIntegration(),
    ],
    sendClientReports: false,
    beforeSend: scrub,
  });
  getCurrentScope().setClient(client);
  client.init();
  return (error) => {
    getCurrentScope().captureException(error);
  };
}

function scrub(event: ErrorEvent): ErrorEvent {
  const { user: _user, breadcrumbs: _breadcrumbs, extra: _extra, ...kept } = event;
  return {
    ...kept,
    message: event.message === undefined ? undefined : scrubText(event.message),
    request: { url: pageOf(window.location.href), headers: { 'User-Agent': navigator.userAgent } },
    exception: {
      values: event.exception?.values?.map((exception) => ({
        ...exception,
        value: exception.value === undefined ? undefined : scrubText(exception.value),
      })),
    },
  };
}
