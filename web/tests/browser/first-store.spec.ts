import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { expectAccessible } from './axe';
import { type Service, startService } from './service';
import { documentId, sampleFiles } from './store';

const Files = 30;
const ReadMs = 150_000;

/** An empty store for this file only: its tests follow a visitor from the first upload on, in order. */
const test = base.extend<object, { service: Service }>({
  service: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern.
    async ({}, use) => {
      const service = await startService({ samples: false });
      await use(service);
      await service.stop();
    },
    { scope: 'worker', timeout: 210_000 },
  ],
  baseURL: async ({ service }, use) => use(service.origin),
});
test.describe.configure({ mode: 'serial' });

const list = (page: Page) => page.getByRole('list', { name: 'Your documents' });

test('an empty store teaches what to do', async ({ page }) => {
  await page.goto('/documents');
  await expect(page.getByRole('heading', { name: 'No documents yet' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/vendors');
  await expect(page.getByRole('heading', { name: 'No vendors yet' })).toBeVisible();
});

test('thirty files go up and are read to the end, through a reload', async ({ page }) => {
  test.setTimeout(ReadMs + 60_000);
  await page.goto('/documents');
  await expect(page.getByRole('heading', { name: 'No documents yet' })).toBeVisible();
  await page.getByTestId('files').setInputFiles(sampleFiles(Files));
  await expect(list(page).getByRole('listitem')).toHaveCount(Files);
  await expect(
    list(page)
      .getByRole('img', { name: /^Step \d of 5/ })
      .first(),
  ).toBeVisible();
  // When no upload is left, the store knows all files and does not need this tab.
  await expect(list(page).getByText(/Ready to upload|Checking the file|^Uploading/)).toHaveCount(0, {
    timeout: 60_000,
  });
  await page.reload();
  await expect(list(page).getByRole('listitem')).toHaveCount(Files);
  await expect(list(page).getByRole('img', { name: /^Step/ })).toHaveCount(0, { timeout: ReadMs });
  await expect(list(page).getByRole('button')).toHaveCount(0);
  await expect(
    list(page)
      .getByText('$140.00')
      .or(list(page).getByText(/Kestrel Analytics/))
      .first(),
  ).toBeVisible();
});

test('the same file again is not uploaded twice; a file that cannot be read says why', async ({ page }) => {
  await page.goto('/documents');
  // Files chosen before the page runs are not noticed; rows show that it runs.
  await expect(list(page).getByRole('listitem').first()).toBeVisible();
  await page.getByTestId('files').setInputFiles(sampleFiles(1));
  await expect(list(page).getByText('Already uploaded, so nothing was sent again.')).toBeVisible();
  await page.getByTestId('files').setInputFiles([
    { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3, 254, 255, 0, 9]) },
    { name: 'nothing.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
  ]);
  await expect(list(page).getByText('The file is empty.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Needs attention' }).click();
  await expect(page).toHaveURL(/show=failed/);
  await expect(list(page).getByText('This kind of file cannot be read.', { exact: false })).toBeVisible();
});

test('an upload that was cut off asks for its file again and is read then', async ({ page }) => {
  const [file = ''] = sampleFiles(Files + 1).slice(Files);
  await page.route('**/local-files*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await page.goto('/documents');
  // Files chosen before the page runs are not noticed; rows show that it runs.
  await expect(list(page).getByRole('listitem').first()).toBeVisible();
  await page.getByTestId('files').setInputFiles(file);
  await expect(list(page).getByText('LeakWatch did not respond. Try again.')).toBeVisible({ timeout: 40_000 });
  await page.unroute('**/local-files*');
  await page.reload();
  await expect(list(page).getByText('The upload was interrupted.', { exact: false })).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await list(page)
    .getByRole('button', { name: /^Choose the file again/ })
    .click();
  await (await choosing).setFiles(file);
  await expect(list(page).getByText('The upload was interrupted.', { exact: false })).toHaveCount(0);
  await expect(list(page).getByRole('img', { name: /^Step/ })).toHaveCount(0, { timeout: 60_000 });
});

test('a corrected field is kept and marked, and findings are rechecked', async ({ page, request }) => {
  await page.goto(`/documents/view?id=${await documentId(request, 'usage-2025-08.pdf')}`);
  await page.getByRole('button', { name: 'Correct Total' }).click();
  const box = page.getByRole('textbox', { name: 'Total' });
  await box.fill('forty');
  await box.press('Enter');
  await expect(page.getByText('Enter an amount such as 49.00.')).toBeVisible();
  await box.fill('99.00');
  await box.press('Enter');
  await expect(page.getByText('Saved. Findings are being rechecked.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Total Corrected \$99\.00/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Total Corrected \$99\.00/ })).toBeVisible();
  await expect(page.getByText('Its own sums do not add up.')).toBeVisible();
  // Its sums differ by more than the rule allows, which raises a question.
  await expect(page.getByRole('link', { name: /do not add up/ })).toBeVisible({ timeout: 30_000 });
});

test('a deleted document is gone from the list', async ({ page, request }) => {
  await page.goto(`/documents/view?id=${await documentId(request, 'noise.bin')}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete document' }).click();
  await expect(page).toHaveURL(/\/documents$/);
  await expect(list(page).getByText('noise.bin')).toHaveCount(0);
});

test('facts by keyboard alone: apps pasted, a cancellation added, removed and restored', async ({ page }) => {
  await page.goto('/facts');
  await page.getByRole('textbox', { name: 'Apps, one per line' }).focus();
  await page.keyboard.insertText('Judge.me\nLoox\nKlaviyo');
  await page.getByRole('button', { name: 'Save list' }).press('Enter');
  await expect(page.getByText('3 apps')).toBeVisible();

  await page.getByRole('tab', { name: 'Installed apps' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/show=cancellations/);
  await page.getByRole('button', { name: 'Add cancellation' }).press('Enter');
  await expect(page.getByText('Enter at least one date.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Vendor' }).fill('Heronmail');
  await page.getByLabel('Sent on').fill('2026-01-15');
  await page.getByLabel('Sent on').press('Enter');
  await expect(page.getByText('sent Jan 15, 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Remove: Heronmail' }).press('Enter');
  await expect(page.getByText('No cancellations yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText('sent Jan 15, 2026')).toBeVisible();
});

test('settings are saved, and the language changes immediately', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('switch', { name: /^Ask a language model/ }).click();
  await page.getByRole('radio', { name: '90 days' }).click();
  // The button is disabled while it saves, too.
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  await page.getByRole('button', { name: 'Save' }).nth(1).click();
  await saved;
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('EUR');
  await expect(page.getByRole('switch', { name: /^Ask a language model/ })).not.toBeChecked();
  await expect(page.getByRole('radio', { name: '90 days' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ko');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '설정' })).toBeVisible();
});
