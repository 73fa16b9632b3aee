import { expect, test } from './service';

const routes = [
  '/',
  '/documents',
  '/documents/view?id=x',
  '/leaks',
  '/leaks/view?id=x',
  '/vendors',
  '/vendors/view?key=x',
  '/facts',
  '/settings',
];

for (const route of routes) {
  test(`${route} opens in both shells without an error`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route('https://cdn.shopify.com/**', (request) =>
      request.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    for (const shell of ['', '/app']) {
      await page.goto(shell + (shell && route === '/' ? '' : route));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }

    expect(errors).toEqual([]);
  });
}

test('a link goes to another page without loading the document again, and back', { tag: '@both' }, async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await page.getByRole('navigation').getByRole('link', { name: 'Leaks' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Leaks' })).toBeVisible();
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('an address that does not exist answers 404 with a page', { tag: '@both' }, async ({ page }) => {
  const response = await page.goto('/no-such-page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
});
