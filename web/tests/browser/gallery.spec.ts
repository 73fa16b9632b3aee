import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { startGallery } from './gallery';
import { expect, test } from './service';

test('the product has no gallery', { tag: '@both' }, async ({ page }) => {
  const response = await page.goto('/gallery');
  expect(response?.status()).toBe(404);
});

test('the files of the export have no gallery', () => {
  const folder = process.env.LW_WEB_FOLDER ?? resolve(import.meta.dirname, '../../../artifacts/web');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => file.includes('gallery'))).toEqual([]);
});

test('every part of the kit is accessible in light and dark', async ({ page, service }) => {
  const gallery = await startGallery(service.origin);
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`${gallery.origin}/gallery`);
      await expect(page.getByRole('heading', { level: 1, name: 'Kit' })).toBeVisible();
      // The indicator of the development server is not ours.
      const { violations } = await new AxeBuilder({ page }).exclude('nextjs-portal').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [colorScheme, id, nodes.map((node) => node.html)])).toEqual([]);
    }
  } finally {
    await gallery.stop();
  }
});
