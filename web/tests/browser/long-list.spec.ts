import { lookAt, rows, scrollTo } from './long-list';
import { test as base, expect } from './service';

const Findings = 10_000;
/** Those in sight and a little around them, on a window of 900 pixels. */
const MaxRows = 60;

const test = base.extend<object, { longShop: string }>({
  longShop: [async ({ service }, use) => use(await service.seed(Findings)), { scope: 'worker', timeout: 180_000 }],
});

test.beforeEach(async ({ page, longShop }) => lookAt(page, longShop));

test('a list of ten thousand findings is scrolled to its last one with few rows in the page', async ({ page }) => {
  await page.goto('/leaks');
  await expect(rows(page).first()).toBeVisible();
  expect(await scrollTo(page, Findings - 1, 150_000)).toBeLessThan(MaxRows);
  const last = page.locator(`li[data-place="${Findings - 1}"]`);
  await last.scrollIntoViewIfNeeded();
  await expect(last).toHaveAttribute('aria-posinset', String(Findings));
  await expect(last).toHaveAttribute('aria-setsize', String(Findings));

  // Back and forth the keyboard goes on from where one is.
  await last.getByRole('link').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(`li[data-place="${Findings - 2}"]`).getByRole('link')).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
});

test('a long list is filtered while it is scrolled far down', async ({ page }) => {
  await page.goto('/leaks');
  await expect(rows(page).first()).toBeVisible();
  await scrollTo(page, 1000, 30_000);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: 'To do' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Decide' }).click();
  await expect(page).toHaveURL(/verdict=REVIEW/);
  await expect(page.getByRole('heading', { name: /^Claim/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^Minimum/ }).fill('1001');
  await expect(page).toHaveURL(/min=1001/);
  // One in 997 is as large, of which a third is to be decided.
  await expect(rows(page)).toHaveCount(3);
});

test('in a long list Tab comes to what is in sight, and a row keeps the focus when it is scrolled away', async ({
  page,
}) => {
  await page.goto('/leaks');
  await rows(page).first().getByRole('link').focus();
  await scrollTo(page, 300, 30_000);
  await expect(rows(page).first().getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('li[data-place="1"]').getByRole('link')).toBeFocused();
  await expect(page.locator('li[data-place="1"]')).toBeInViewport();

  await page.locator('li[data-place="1"]').getByRole('link').blur();
  await scrollTo(page, 300, 30_000);
  const stop = page.locator('li[data-place] a[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await expect(stop).toBeInViewport();
});
