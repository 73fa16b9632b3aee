import { expectAccessible } from './axe';
import { expect, test } from './service';

const pages = [
  ['/documents', 'list', 'Your documents'],
  ['/vendors', 'link', 'Otterdesk'],
  ['/vendors/view?key=otterdesk', 'heading', 'Names'],
  ['/facts', 'button', 'Save list'],
  ['/facts?show=cancellations', 'button', 'Add cancellation'],
  ['/facts?show=credits', 'button', 'Add credit'],
  ['/facts?show=wanted', 'button', 'Hide these findings'],
  ['/settings', 'heading', 'Team'],
] as const;

for (const [address, role, name] of pages) {
  test(`${address} opens by its address, is accessible by light and in the dark, and fits a phone`, async ({
    page,
  }) => {
    await page.goto(address);
    await expect(page.getByRole(role, { name }).first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test('the data of a page is requested before its code is loaded, and once @both', async ({ page, request }) => {
  const [shop] = (await (await request.get('/v1/shops')).json()) as { id: string }[];
  const below = async (path: string) =>
    ((await (await request.get(`/v1/shops/${shop?.id}/${path}`)).json()) as { items: { id: string }[] }).items[0]?.id;
  const [finding, document] = [await below('findings?limit=1'), await below('documents?limit=1')];
  for (const [address, question] of [
    ['/', '/summary'],
    ['/leaks', '/findings?status=OPEN&status=REOPENED&verdict=LEAK&'],
    [`/leaks/view?id=${finding}`, `/findings/${finding}`],
    [`/documents/view?id=${document}`, `/documents/${document}`],
  ] as const) {
    const seen: string[] = [];
    page.on('request', (sent) => seen.push(new URL(sent.url()).pathname + new URL(sent.url()).search));
    // The stream of changes opens after the page has loaded.
    const loaded = page.waitForRequest(/\/events$/);
    await page.goto(address);
    await loaded;
    const early = seen.filter(
      (path) => path === '/v1/me' || (path.includes(question) && !path.includes(`${question}/`)),
    );
    expect(early, address).toHaveLength(2);
    const hydrated = seen.findIndex((path) => path.startsWith('/v1/') && !early.includes(path));
    expect(seen.indexOf(early[1] ?? ''), address).toBeLessThan(hydrated === -1 ? seen.length : hydrated);
    page.removeAllListeners('request');
  }
});

test('every page has Korean texts', async ({ browser, service }) => {
  const context = await browser.newContext({ baseURL: service.origin, locale: 'ko-KR' });
  const page = await context.newPage();
  for (const [path, title] of [
    ['/documents', '문서'],
    ['/vendors', '업체'],
    ['/facts', '스토어 정보'],
    ['/settings', '설정'],
  ]) {
    await page.goto(`${path}?locale=ko`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  }

  await context.close();
});

test('a vendor shows what it charged, what comes next, and opens from the list and back', async ({ page }) => {
  await page.goto('/vendors');
  await page.getByRole('link', { name: 'Kestrel Analytics' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kestrel Analytics' })).toBeVisible();
  await expect(page.getByText('$390.00 on Mar 1, 2026')).toBeVisible();
  await page.getByText('Show as table').first().click();
  await expect(page.getByRole('cell', { name: '$140.00' }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible();
});

test('without a response of the api a page says so, and it loads after a retry', async ({ page }) => {
  await page.route('**/v1/shops/*/vendors*', (route) => route.abort());
  await page.goto('/vendors');
  await expect(page.getByRole('alert').getByText('This could not be loaded')).toBeVisible();
  await page.unroute('**/v1/shops/*/vendors*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'Otterdesk' })).toBeVisible();
});
