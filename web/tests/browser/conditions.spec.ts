import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './service';

const settled = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('section[aria-busy="true"]')).toHaveCount(0);
};

for (const scheme of ['light', 'dark'] as const) {
  for (const path of ['/', '/leaks', '/leaks/view']) {
    test(`${path} is accessible (${scheme})`, async ({ page, service }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(path === '/leaks/view' ? await questionOf(service.origin) : path);
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }
}

test('is Korean where the admin is, with amounts and days in Korean', { tag: '@both' }, async ({ page }) => {
  await page.goto('/leaks?locale=ko');
  await expect(page.getByRole('heading', { level: 1, name: '누수' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByText('US$588.00')).toBeVisible();
  await expect(page.getByText('2026년 3월 11일까지', { exact: true })).toBeVisible();
});

test('fits a phone without scrolling sideways', async ({ page, service }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/', '/leaks', await questionOf(service.origin)]) {
    await page.goto(path);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});

test('says that the api is not responding and that nothing was lost, and recovers', async ({ page }) => {
  await page.route('**/v1/**', (route) => route.abort());
  await page.goto('/leaks');
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was lost' })).toBeVisible({ timeout: 30_000 });

  await page.unroute('**/v1/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible();
});

test('says so while the device is offline', async ({ page, context }) => {
  await page.goto('/leaks');
  await settled(page);
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toHaveCount(0);
});

async function questionOf(origin: string): Promise<string> {
  const [shop] = (await (await fetch(`${origin}/v1/shops`)).json()) as { id: string }[];
  const answer = await fetch(`${origin}/v1/shops/${shop?.id}/findings?verdict=REVIEW&limit=1`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/leaks/view?id=${items[0]?.id}`;
}
