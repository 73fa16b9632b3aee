import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { frame } from './admin';
import { expect, test } from './service';

const AppBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
/** Every page of the embedded shell, by its file. */
const sources = resolve(import.meta.dirname, '../../src/app/(embedded)');
const addresses = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => basename(file) === 'page.tsx')
  .map((file) => `/${dirname(file)}`);

/** Shopify requires that only deferred scripts precede App Bridge, which is not deferred itself. */
function expectAppBridgeFirst(html: string, page: string): void {
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? '');
  const waits = (tag: string) => /\ssrc=/.test(tag) && /\s(async|defer)\b|\stype="module"/i.test(tag);
  const at = tags.findIndex((tag) => !waits(tag));
  expect(tags[at], page).toMatch(new RegExp(`\\ssrc="${AppBridge}"`));
  expect(html.indexOf('<meta name="shopify-api-key"'), page).toBeGreaterThan(0);
  expect(html.indexOf('<meta name="shopify-api-key"'), page).toBeLessThan(html.indexOf(AppBridge));
}

test('App Bridge is the first script of every embedded page that is not deferred', { tag: '@both' }, async ({
  request,
}) => {
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses) {
    expectAppBridgeFirst(await (await request.get(address)).text(), address);
  }
});

test('the files of the export have App Bridge first, too', () => {
  const folder = process.env.LW_WEB_FOLDER ?? resolve(import.meta.dirname, '../../../artifacts/web');
  for (const address of addresses) {
    expectAppBridgeFirst(readFileSync(join(folder, `${address}.html`), 'utf8'), address);
  }
});

test('every page may be framed by the admin of the shop that is named and by nobody else', { tag: '@both' }, async ({
  request,
}) => {
  const ancestors = async (path: string) => {
    const headers = (await request.get(path)).headers();
    expect(headers['x-frame-options'], path).toBeUndefined();
    return /frame-ancestors ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1];
  };
  for (const address of [...addresses, '/', '/leaks', '/no-such-page']) {
    expect(await ancestors(`${address}?shop=acme.myshopify.com&embedded=1`), address).toBe(
      'https://acme.myshopify.com https://admin.shopify.com',
    );
    expect(await ancestors(address), address).toBe("'none'");
  }

  for (const shop of [
    'acme.myshopify.com.evil.example',
    'evil.example',
    'acme.myshopify.com%0Ax',
    "acme.myshopify.com;script-src%20'none'",
    'acme.myshopify.com&shop=other.myshopify.com',
  ]) {
    expect(await ancestors(`/app?shop=${shop}`), shop).toBe("'none'");
  }
});

test('in the admin a page takes a new token for each request and uses the toasts of Shopify', { tag: '@both' }, async ({
  page,
  service,
}) => {
  const tokens: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) {
      tokens.push(request.headers().authorization ?? '');
    }
  });
  const app = await frame(
    page,
    'https://admin.shopify.com',
    `${service.origin}/app/leaks?shop=acme.myshopify.com&locale=en`,
  );

  await expect(app.getByRole('heading', { level: 1, name: 'Leaks' })).toBeVisible();
  await expect(app.getByRole('list', { name: 'Findings' }).getByRole('link')).toHaveCount(11);
  expect(tokens.length).toBeGreaterThan(1);
  expect(tokens.every((token) => token.startsWith('Bearer session-token-'))).toBe(true);
  expect(new Set(tokens).size).toBe(tokens.length);

  await app.getByRole('link', { name: /Alder Add-ons/ }).click();
  await app.getByRole('button', { name: 'Mark as settled' }).click();
  await expect
    .poll(() => page.frames()[1]?.evaluate(() => (window as unknown as { toasts: string[] }).toasts))
    .toEqual(['Marked as settled']);
  await app.getByRole('button', { name: 'Reopen' }).click();
});

test('an expired token is replaced once, and an ended session is reported', async ({ page, service }) => {
  const [expired, renewed] = [new Set<string>(), new Set<string>()];
  let isOver = false;
  // Refuses the first token for each address, as the api refuses one that has expired (SignInTests.cs).
  await page.route('**/v1/**', async (route) => {
    const [url, token] = [route.request().url(), route.request().headers().authorization ?? ''];
    if (!isOver && expired.has(url)) {
      renewed.add(token);
      await route.continue();
      return;
    }

    expired.add(url);
    await route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' },
      body: JSON.stringify({ status: 401, title: 'Sign in first.', code: 'UNAUTHORIZED' }),
    });
  });
  const address = `${service.origin}/app/leaks?shop=acme.myshopify.com&locale=en`;
  const app = await frame(page, 'https://admin.shopify.com', address);
  await expect(app.getByRole('list', { name: 'Findings' }).getByRole('link')).toHaveCount(11);
  expect(renewed.size).toBeGreaterThan(1);

  isOver = true;
  const again = await frame(page, 'https://admin.shopify.com', address);
  await expect(again.getByRole('alert').getByText('Sign in first.')).toBeVisible();
});

test('no other site may frame a page, nor the admin without a shop', { tag: '@both' }, async ({ page, service }) => {
  const refusals: string[] = [];
  page.on('console', (message) => refusals.push(message.text()));
  const app = await frame(page, 'https://evil.example', `${service.origin}/app/leaks?shop=acme.myshopify.com`);
  await expect.poll(() => refusals.join()).toMatch(/frame-ancestors/);
  await expect(app.getByRole('heading', { level: 1 })).toHaveCount(0);

  const again = await frame(page, 'https://admin.shopify.com', `${service.origin}/app/leaks`);
  await expect(again.getByRole('heading', { level: 1 })).toHaveCount(0);
});
