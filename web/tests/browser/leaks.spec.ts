import type { Page } from '@playwright/test';
import { expect, test } from './service';

// The demo store has eleven findings: eight leaks, two questions, one to know. Every test leaves them open.

const open = (page: Page) => page.getByRole('list', { name: 'Findings' }).getByRole('link');

test('filters are in the address, survive a reload, and return with the back button', { tag: '@both' }, async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'All leaks' }).click();
  await expect(open(page)).toHaveCount(11);

  await page.getByRole('button', { name: 'To do' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Decide' }).click();
  await expect(page).toHaveURL(/verdict=REVIEW/);
  await expect(open(page)).toHaveCount(2);

  await page.reload();
  await expect(open(page)).toHaveCount(2);

  await open(page).first().click();
  await expect(page).toHaveURL(/\/leaks\/view\?id=/);
  await page.goBack();
  await expect(page).toHaveURL(/verdict=REVIEW/);
  await expect(open(page)).toHaveCount(2);
});

test('several findings are dismissed together, and restored', async ({ page }) => {
  await page.goto('/leaks');
  await expect(open(page)).toHaveCount(11);
  for (const vendor of ['Heronmail', 'Marlow Returns']) {
    await page.getByRole('listitem').filter({ hasText: vendor }).getByRole('checkbox').check();
  }

  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Dismiss 2 findings?' });
  await dialog.getByRole('radio', { name: 'Another reason' }).check();
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(dialog.getByText('Give a short reason.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('We agreed on it.');
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click();

  await expect(open(page)).toHaveCount(9);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 findings reopened')).toBeVisible();
  await expect(open(page)).toHaveCount(11);
});

test('the list is navigated, selected from and dismissed by keyboard alone', async ({ page }) => {
  await page.goto('/leaks?type=POST_CANCELLATION');
  await expect(open(page)).toHaveCount(2);
  await open(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(open(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog', { name: 'Dismiss this finding?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('x');
  await open(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Skylark Chat/ })).toBeVisible();
});

test('a finding shows its amount, its bridge, its charges and its place in the document', { tag: '@both' }, async ({
  page,
}) => {
  await page.goto('/leaks?type=MOM_SPIKE');
  await open(page).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Kestrel Analytics/ })).toBeVisible();

  await expect(page.getByText('$250.00', { exact: true }).first()).toBeVisible();
  const bridge = page.getByRole('table', { name: 'How the price changed' });
  await expect(bridge.getByRole('row').first()).toContainText('$140.00');
  await expect(bridge.getByRole('row', { name: /Unexplained/ })).toContainText('+$250.00');
  await expect(bridge.getByRole('row').last()).toContainText('$390.00');
  await expect(page.getByText('this finding')).toHaveCount(1);
  await expect(page.locator('canvas').first()).toBeVisible();

  await page.getByRole('button', { name: /High confidence/ }).click();
  await expect(page.getByText('Three earlier periods agree')).toBeVisible();
});

test('a question is answered, and the answer can be undone', { tag: '@both' }, async ({ page }) => {
  await page.goto('/leaks?verdict=REVIEW');
  await open(page).filter({ hasText: 'Copperline Copy' }).click();
  await page.getByRole('button', { name: '176.00 USD, as printed' }).click();
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();

  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByRole('button', { name: '176.00 USD, as printed' })).toBeVisible();
});

test('a readable address leads to its finding, and an unknown one says that it does not exist', {
  tag: '@both',
}, async ({ page }) => {
  await page.goto('/leaks');
  const address = await open(page).first().getAttribute('href');
  const id = new URL(address ?? '', 'http://x').searchParams.get('id');

  await page.goto(`/leaks/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: /Cedarline Loyalty/ })).toBeVisible();

  await page.goto('/leaks/view?id=019a0000-0000-7000-8000-000000000009');
  await expect(page.getByRole('heading', { name: 'This finding does not exist' })).toBeVisible();
});

test('what is changed in one tab is seen in the other', async ({ page, context }) => {
  const other = await context.newPage();
  await page.goto('/leaks?type=OVERLAPPING_TOOLS');
  await expect(open(page)).toHaveCount(1);
  await other.goto('/leaks?type=OVERLAPPING_TOOLS');
  await open(other).first().click();
  await other.getByRole('button', { name: 'Mark as settled' }).click();
  await expect(other.getByRole('button', { name: 'Reopen' })).toBeVisible();

  await page.bringToFront();
  await expect(page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();

  await other.getByRole('button', { name: 'Reopen' }).click();
  await expect(open(page)).toHaveCount(1);
});
