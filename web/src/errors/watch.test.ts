// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  document.head.innerHTML = '';
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0));
});

test('without a project nothing is loaded', async () => {
  document.head.innerHTML = '<meta name="leakwatch-errors" content="" data-environment="production" data-release="1">';
  const { startErrorReports } = await import('./watch');
  const load = vi.fn();

  startErrorReports(load);
  await new Promise((done) => setTimeout(done, 10));

  expect(load).not.toHaveBeenCalled();
});

test('errors before the SDK is there are reported once it is', async () => {
  document.head.innerHTML = `<meta name="leakwatch-errors" content="https://key@o1.ingest.sentry.io/2"
    data-environment="production" data-release="leakwatch@1">`;
  const { reportError, startErrorReports } = await import('./watch');
  const reported: unknown[] = [];
  const start = vi.fn(() => (error: unknown) => {
    reported.push(error);
  });

  startErrorReports(async () => ({ start }));
  const early = new Error('early');
  window.dispatchEvent(new ErrorEvent('error', { error: early }));
  reportError('caught');
  await vi.waitFor(() => expect(reported).toEqual([early, 'caught']));
  reportError('late');

  expect(reported).toEqual([early, 'caught', 'late']);
  expect(start).toHaveBeenCalledWith({
    dsn: 'https://key@o1.ingest.sentry.io/2',
    environment: 'production',
    release: 'leakwatch@1',
  });
});

test('ten errors wait for the SDK, and no more', async () => {
  document.head.innerHTML = '<meta name="leakwatch-errors" content="https://key@o1.ingest.sentry.io/2">';
  const { reportError, startErrorReports } = await import('./watch');
  const reported: unknown[] = [];

  startErrorReports(async () => ({ start: () => (error) => void reported.push(error) }));
  Array.from({ length: 11 }, (_, index) => reportError(index));

  await vi.waitFor(() => expect(reported).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});

test('an SDK that cannot be loaded breaks nothing', async () => {
  document.head.innerHTML = '<meta name="leakwatch-errors" content="https://key@o1.ingest.sentry.io/2">';
  const { reportError, startErrorReports } = await import('./watch');

  startErrorReports(() => Promise.reject(new Error('blocked')));
  await new Promise((done) => setTimeout(done, 10));

  expect(() => reportError('late')).not.toThrow();
});
