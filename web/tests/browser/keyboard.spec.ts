import type { Locator, Page } from '@playwright/test';
import { expect, test } from './service';

const MaxTabs = 60;

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < MaxTabs; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }

  throw new Error(`${target} was not reached by ${MaxTabs} times Tab.`);
}

test('the way from the overview to the proof of a leak and its end needs no mouse', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'All leaks' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(page, page.getByRole('link', { name: 'All leaks' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Leaks' })).toBeVisible();
  const findings = page.getByRole('list', { name: 'Findings' }).getByRole('link');
  await expect(findings).toHaveCount(11);
  await tabTo(page, findings.first());
  await page.keyboard.press('ArrowDown');
  await expect(findings.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');

  const passages = page.locator('button[aria-pressed]').filter({ hasText: /\.(pdf|csv|eml|png|xml)/ });
  await expect(passages.first()).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, passages.nth(1));
  await page.keyboard.press('Enter');
  await expect(passages.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('canvas, table').first()).toBeVisible();

  await page.getByRole('main').focus();
  await tabTo(page, page.getByRole('button', { name: 'Mark as settled' }));
  await page.keyboard.press('Enter');
  const again = page.getByRole('button', { name: 'Reopen' });
  await expect(again).toBeFocused();
  await expect(again).not.toHaveAttribute('aria-busy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Mark as settled' })).toBeVisible();
});
