import type { Page } from '@playwright/test';

/** Chooses this store in every page that is opened from now on. */
export async function lookAt(page: Page, shopId: string): Promise<void> {
  await page.addInitScript((id) => window.localStorage.setItem('lw.shop', id), shopId);
}

export const rows = (page: Page) => page.locator('li[data-place]');

/**
 * Turns the wheel until the row at `place` is in the page, as fast as the list follows. Scrolling by script is not what
 * people do, and Chromium 156 without a graphics card sometimes stops drawing a page that scrolls so.
 * @returns The largest number of rows in the page.
 */
export async function scrollTo(page: Page, place: number, maxMs: number): Promise<number> {
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(window.width / 2, window.height / 2);
  const began = Date.now();
  for (let peak = 0; ; ) {
    const [inPage, isThere] = await page.evaluate(
      (last) => [
        document.querySelectorAll('li[data-place]').length,
        document.querySelector(`li[data-place="${last}"]`) !== null,
      ],
      place,
    );
    peak = Math.max(peak, Number(inPage));
    if (isThere) {
      return peak;
    }

    if (Date.now() - began > maxMs) {
      throw new Error(`Row ${place} was not there after ${maxMs} ms; ${inPage} rows are.`);
    }

    await page.mouse.wheel(0, 1200);
  }
}
