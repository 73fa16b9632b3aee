import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { simulateAppBridge } from '../browser/admin';
import { startGallery } from '../browser/gallery';
import { expect, type Service, test } from '../browser/service';

// Pictures of every page to look at: both skins, both languages, light and dark, laptop and phone. ./lw shots [PAGE]

const folder = resolve(import.meta.dirname, '../../../artifacts/shots');

interface Look {
  name: string;
  shell: '' | '/app';
  locale: string;
  width: number;
  scheme: 'light' | 'dark';
}

const looks: readonly Look[] = [
  { name: 'site', shell: '', locale: 'en-US', width: 1280, scheme: 'light' },
  { name: 'site-dark', shell: '', locale: 'en-US', width: 1280, scheme: 'dark' },
  { name: 'site-phone', shell: '', locale: 'en-US', width: 390, scheme: 'light' },
  { name: 'site-ko', shell: '', locale: 'ko-KR', width: 1280, scheme: 'light' },
  { name: 'embedded', shell: '/app', locale: 'en-US', width: 1100, scheme: 'light' },
  { name: 'embedded-ko-phone', shell: '/app', locale: 'ko-KR', width: 390, scheme: 'dark' },
];

const pages: Record<string, (service: Service) => Promise<string> | string> = {
  dashboard: () => '/',
  documents: () => '/documents',
  document: async (service) => `/documents/view?id=${await first(service, 'documents?limit=1')}`,
  leaks: () => '/leaks',
  leak: async (service) => `/leaks/view?id=${await first(service, 'findings?type=DUPLICATE_CHARGE&limit=1')}`,
  'leak-rise': async (service) => `/leaks/view?id=${await first(service, 'findings?type=MOM_SPIKE&limit=1')}`,
  'leak-question': async (service) => `/leaks/view?id=${await first(service, 'findings?verdict=REVIEW&limit=1')}`,
  vendors: () => '/vendors',
  vendor: async (service) => `/vendors/view?key=${await first(service, 'vendors?limit=1')}`,
  facts: () => '/facts',
  settings: () => '/settings',
};

test.describe.configure({ timeout: 120_000 });

for (const [name, address] of Object.entries(pages)) {
  test(name, async ({ browser, service }) => {
    mkdirSync(folder, { recursive: true });
    const path = await address(service);
    for (const look of looks) {
      await shoot(browser, service.origin, look, path, resolve(folder, `${name}.${look.name}.png`));
    }
  });
}

test('gallery', async ({ browser, service }) => {
  mkdirSync(folder, { recursive: true });
  const gallery = await startGallery(service.origin);
  try {
    for (const look of looks.filter(({ shell }) => shell === '')) {
      await shoot(browser, gallery.origin, look, '/gallery', resolve(folder, `gallery.${look.name}.png`));
    }
  } finally {
    await gallery.stop();
  }
});

async function shoot(browser: Browser, origin: string, look: Look, path: string, file: string) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: look.locale,
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
    deviceScaleFactor: look.width < 600 ? 2 : 1,
  });
  const page = await context.newPage();
  await simulateAppBridge(page);
  const separator = path.includes('?') ? '&' : '?';
  await page.goto(
    `${look.shell}${path === '/' && look.shell ? '' : path}${separator}locale=${look.locale.slice(0, 2)}`,
  );
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
  await expect(page.locator('section[aria-busy="true"]'))
    .toHaveCount(0, { timeout: 5_000 })
    .catch(() => undefined);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

async function first(service: Service, question: string): Promise<string> {
  const shops = (await (await fetch(`${service.origin}/v1/shops`)).json()) as { id: string }[];
  const answer = await fetch(`${service.origin}/v1/shops/${shops[0]?.id}/${question}`);
  const { items } = (await answer.json()) as { items: { id?: string; key?: string }[] };
  return encodeURIComponent(items[0]?.id ?? items[0]?.key ?? '');
}
