import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { simulateAppBridge } from './admin';
import { expectAccessible } from './axe';
import { expect, test } from './service';
import { documentId, sampleFile } from './store';

const open = async (page: Page, id: string) => {
  await page.goto(`/documents/view?id=${id}`);
  await expect(page.getByRole('heading', { name: 'What we read' })).toBeVisible();
};

/** Whether anything was drawn on the page. */
const hasInk = (page: Page) =>
  page.getByTestId('pdf-page').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return [...pixels.keys()].some((at) => at % 4 === 0 && (pixels[at + 3] ?? 0) > 0 && (pixels[at] ?? 255) < 128);
  });

test('a field lights the line that says so on the page of the PDF, and the line chooses the field', async ({
  page,
  request,
}) => {
  await open(page, await documentId(request, 'TW-5560.pdf'));
  await expect(page.locator('canvas[data-page="1"]')).toBeVisible();
  expect(await hasInk(page)).toBe(true);

  const total = page.getByRole('button', { name: /^Total / });
  await total.click();
  await expect(total).toHaveAttribute('aria-pressed', 'true');
  const lit = page.locator('[data-lit="true"]');
  await expect(lit).toHaveCount(1);
  await expect(lit).toHaveAccessibleName(/Total/);
  await expect(lit).toBeInViewport();
  // The invoice prints its total in the right half of the page.
  const [box, sheet] = [await lit.boundingBox(), await page.getByTestId('pdf-page').boundingBox()];
  expect(((box?.x ?? 0) - (sheet?.x ?? 0)) / (sheet?.width ?? 1)).toBeGreaterThan(0.5);

  await page.getByRole('button', { name: 'Show Invoice number' }).click();
  await expect(page.getByRole('button', { name: /^Invoice number / })).toHaveAttribute('aria-pressed', 'true');
});

test('a picture, rows, a mail and an e-invoice show their place too', async ({ page, request }) => {
  const litAfter = async (fileName: string, field: RegExp) => {
    await open(page, await documentId(request, fileName));
    await page.getByRole('button', { name: field }).first().click();
    return page.locator('[data-lit="true"]').first();
  };
  await expect(await litAfter('harbour-scan.png', /^Total /)).toHaveAccessibleName(/Total/);
  await expect(await litAfter('shopify-charges.csv', /^Lanternloop Reviews .*Nov 9/)).toHaveText('19.99');
  await expect(await litAfter('wren-domains-receipt.eml', /^Invoice number /)).toContainText('WD-77410');
  await expect(await litAfter('norrsken-2026-01.xml', /^Invoice number /)).toContainText('NF-2026-0093');
});

test('a document opens from the list without a page load, and back', async ({ page }) => {
  await page.goto('/documents');
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await page.getByRole('link', { name: 'TW-5560.pdf' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'TW-5560.pdf' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('list', { name: 'Your documents' })).toBeVisible();
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});

test('inside the admin a document opens there too', async ({ page }) => {
  await simulateAppBridge(page);
  await page.goto('/app/documents');
  await page.getByRole('link', { name: 'TW-5560.pdf' }).click();
  await expect(page).toHaveURL(/\/app\/documents\/view\?id=/);
  await expect(page.locator('canvas[data-page="1"]')).toBeVisible();
});

test('an address of a document that does not exist says so', async ({ page }) => {
  await page.goto('/documents/view?id=019a0000-0000-7000-8000-00000000ffff');
  await expect(page.getByRole('heading', { name: 'This document does not exist' })).toBeVisible();
});

test('on a phone the page is below the data and nothing is cut off', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, await documentId(request, 'TW-5560.pdf'));
  await expect(page.locator('canvas[data-page="1"]')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const fileName of ['TW-5560.pdf', 'shopify-charges.csv']) {
  test(`${fileName} has no serious accessibility problem`, async ({ page, request }) => {
    await open(page, await documentId(request, fileName));
    await expect(page.locator('canvas[data-page="1"], table').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('a term of the document leads to its place', async ({ page, request }) => {
  await open(page, await documentId(request, 'Rechnung-2025-11.pdf'));
  const term = page.getByRole('listitem').getByRole('button', { name: /^Fixed price / });
  await term.click();
  await expect(term).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-lit="true"]').first()).toHaveAccessibleName('Show Fixed price');
});

test('a new version takes the place of the old one and is read', async ({ page, request }) => {
  await open(page, await documentId(request, 'BR-881.pdf'));
  const { buffer } = await otherBytes('bramble/BR-881.pdf');
  await page
    .getByTestId('new-version')
    .setInputFiles({ name: 'BR-881 again.pdf', mimeType: 'application/pdf', buffer });
  await expect(page.getByRole('heading', { level: 1, name: 'BR-881 again.pdf' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Invoice number BR-881/ })).toBeVisible();

  await page
    .getByTestId('new-version')
    .setInputFiles({ name: 'BR-881 again.pdf', mimeType: 'application/pdf', buffer });
  await expect(page.getByText('This exact file is already in your store')).toBeVisible();
});

/** The same invoice in another file: bytes after the end of a PDF are ignored. */
const otherBytes = async (name: string) => ({
  buffer: Buffer.concat([await readFile(sampleFile(name)), Buffer.from('% saved again\n')]),
});
