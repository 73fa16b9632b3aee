import type { Page } from '@playwright/test';
import { expect, test } from './service';
import { documentId } from './store';

/** Changes the role in the api's response. The api's own tests check what it refuses. */
const lookOn = (page: Page) =>
  page.route('**/v1/me', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), role: 'AGENCY_VIEWER' } });
  });

test('a view-only visitor is offered no change and sees why', async ({ page, request }) => {
  await lookOn(page);

  await page.goto('/documents');
  await expect(page.getByText('You can view this store but not change it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeDisabled();

  await page.goto(`/documents/view?id=${await documentId(request, 'TW-5560.pdf')}`);
  await expect(page.getByRole('button', { name: /^Total / })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Delete|Upload a new version|Correct )/ })).toHaveCount(0);

  await page.goto('/leaks');
  await expect(page.getByRole('list', { name: 'Findings' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);

  await page.getByRole('link', { name: /Copperline Copy/ }).click();
  await expect(page.getByRole('button', { name: '176.00 USD, as printed' })).toBeDisabled();
  await expect(page.getByRole('button', { name: /^(Dismiss|Mark as settled)/ })).toHaveCount(0);

  await page.goto('/settings');
  await expect(page.getByRole('textbox').first()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});
