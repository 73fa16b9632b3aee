import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './service';

interface Finding {
  id: string;
  title: string;
  summary: string;
  question: string | null;
  stateSentence: string;
  factors: { reason: string }[];
  recommendedActions: { rationale: string }[];
  answers: { label: string }[];
}

/** The sentences on the page of an open finding before anything is expanded. */
const shownOf = (finding: Finding) => [
  finding.title,
  finding.summary,
  finding.stateSentence,
  ...(finding.question === null ? [] : [finding.question]),
  ...finding.recommendedActions.map((action) => action.rationale),
  ...finding.answers.map((option) => option.label),
];

async function get<T>(request: APIRequestContext, path: string, language: string): Promise<T> {
  return (await request.get(path, { headers: { 'Accept-Language': language } })).json();
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

test('every sentence is Korean, in the lists and on the page of each finding', async ({ page, request }) => {
  const [shop] = await get<{ id: string }[]>(request, '/v1/shops', 'en');
  const findings = `/v1/shops/${shop?.id}/findings`;
  const { items } = await get<{ items: Finding[] }>(request, `${findings}?limit=100`, 'ko');
  const english = await get<{ items: Finding[] }>(request, `${findings}?limit=100`, 'en');

  for (const address of ['/?locale=ko', '/leaks?locale=ko']) {
    await page.goto(address);
    await expect(page.locator('main')).toContainText(items[0]?.title ?? '');
    const shown = oneLine((await page.locator('main').textContent()) ?? '');
    expect(english.items.filter((finding) => shown.includes(finding.title))).toEqual([]);
  }

  const list = page.getByRole('list', { name: '발견한 항목' });
  await expect(list.getByRole('link')).toHaveCount(items.length);
  for (const { title } of items) {
    await expect(list).toContainText(title);
  }

  for (const { id } of items) {
    const korean = await get<Finding>(request, `${findings}/${id}`, 'ko');
    const other = await get<Finding>(request, `${findings}/${id}`, 'en');
    await page.goto(`/leaks/view?id=${id}&locale=ko`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(korean.title);
    // The cards below the amount are drawn after it.
    await expect(page.getByRole('heading', { name: '현재 상태' })).toBeVisible();
    const shown = oneLine((await page.locator('main').textContent()) ?? '');
    for (const [index, sentence] of shownOf(korean).entries()) {
      expect(shown).toContain(oneLine(sentence));
      // A plan or a currency has the same name in every language.
      if (/[가-힣]/.test(sentence)) {
        expect(shown).not.toContain(oneLine(shownOf(other)[index] ?? ''));
      }
    }

    await page.getByRole('button', { name: /신뢰도/ }).click();
    for (const { reason } of korean.factors) {
      await expect(page.getByText(reason, { exact: true }).first()).toBeVisible();
    }
  }
});

test('a page whose language changes reloads its data in that language', async ({ page }) => {
  await page.goto('/leaks?locale=ko');
  await expect(page.getByText('요금제가 2026년').first()).toBeVisible();

  await page.goto('/leaks?locale=en');
  await expect(page.getByText(/renews on \d+ \w+ 2026/).first()).toBeVisible();
});
