import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type Service, startService } from './service';

interface Report {
  environment: string;
  release: string;
  request: { url: string; headers: Record<string, string> };
  exception: { values: { type: string; value: string }[] };
  user?: unknown;
  breadcrumbs?: unknown;
}

const Key = '0123456789abcdef0123456789abcdef';
const reports: Report[] = [];
const faults: string[] = [];
let sentry: Server;
let service: Service & { stop(): Promise<void> };

/** Reads an envelope of Sentry: its header, then items with their lengths. */
function read(envelope: Buffer) {
  let rest = envelope;
  const line = () => {
    const end = rest.indexOf(10);
    const text = rest.subarray(0, end < 0 ? rest.length : end).toString();
    rest = end < 0 ? Buffer.alloc(0) : rest.subarray(end + 1);
    return JSON.parse(text);
  };
  const header = line();
  while (rest.length > 0) {
    const item = line();
    const length = item.length ?? (rest.indexOf(10) < 0 ? rest.length : rest.indexOf(10));
    const content = JSON.parse(rest.subarray(0, length).toString());
    rest = rest.subarray(length + 1);
    if (item.type !== 'event' || content.event_id !== header.event_id) {
      faults.push(`${item.type} ${content.event_id}`);
    }

    reports.push(content);
  }
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  sentry = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (request.method === 'POST') {
        const url = new URL(request.url ?? '', 'http://sentry');
        if (url.pathname !== '/api/42/envelope/' || url.searchParams.get('sentry_key') !== Key) {
          faults.push(request.url ?? '');
        }

        read(Buffer.concat(parts));
      }

      response.end('{}');
    });
  });
  await new Promise<void>((done) => sentry.listen(0, '127.0.0.1', done));
  service = await startService({
    samples: false,
    env: { SENTRY_DSN_WEB: `http://${Key}@127.0.0.1:${(sentry.address() as AddressInfo).port}/42` },
  });
});

test.afterAll(async () => {
  await service.stop();
  sentry.close();
});

test('an error of the page is reported once, without the query or the content of the page', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(`${service.origin}/documents?token=hush-hush`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new TypeError("'Kestrel Analytics owes 4,711.00' is no amount");
    });
  });

  await expect.poll(() => reports.length).toBe(1);
  const [report] = reports;
  expect(faults).toEqual([]);
  expect(report?.exception.values[0]).toMatchObject({ type: 'TypeError' });
  expect(report?.environment).toBe('development');
  expect(report?.release).toMatch(/^leakwatch@/);
  expect(report?.request.url).toBe(`${service.origin}/documents`);
  expect(JSON.stringify(report)).not.toMatch(/hush-hush|Kestrel|breadcrumbs/);
});
