import { simulateAppBridge } from './admin';
import { expect, test } from './service';

const AppBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
const paths = [
  '',
  '/documents',
  '/documents/view',
  '/leaks',
  '/leaks/view',
  '/vendors',
  '/vendors/view',
  '/facts',
  '/settings',
];

async function frame(page: import('@playwright/test').Page, admin: string, address: string) {
  await simulateAppBridge(page);
  await page.route(`${admin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Admin</title><body style="margin:0"><iframe name="app" style="border:0;width:100%;height:100vh" src="${address}"></iframe>`,
    }),
  );
  await page.goto(`${admin}/store/acme/apps/leakwatch`);
  return page.frameLocator('iframe');
}

test('App Bridge is the first plain script of every embedded page', async ({ request }) => {
  for (const path of paths) {
    const html = await (await request.get(`/app${path}`)).text();
    const plain = [...html.matchAll(/<script\b([^>]*)>/g)]
      .map((match) => match[1] ?? '')
      .filter((attributes) => /\ssrc=/.test(attributes) && !/\s(async|defer|nomodule|type="module")/i.test(attributes));
    expect(plain[0], path).toContain(AppBridge);
  }
});

test('in the admin a page takes a new token for each request and speaks through Shopify', async ({ page, service }) => {
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
  await app.getByRole('button', { name: 'Open again' }).click();
});

test('no other site may frame a page, nor the admin without a shop', async ({ page, service }) => {
  const refusals: string[] = [];
  page.on('console', (message) => refusals.push(message.text()));
  const app = await frame(page, 'https://evil.example', `${service.origin}/app/leaks?shop=acme.myshopify.com`);
  await expect.poll(() => refusals.join()).toMatch(/frame-ancestors/);
  await expect(app.getByRole('heading', { level: 1 })).toHaveCount(0);

  const again = await frame(page, 'https://admin.shopify.com', `${service.origin}/app/leaks`);
  await expect(again.getByRole('heading', { level: 1 })).toHaveCount(0);
});
