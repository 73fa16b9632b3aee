import type { Page } from '@playwright/test';

/** Looks at this store instead of the first, in every page that is opened from now on. */
export async function lookAt(page: Page, shopId: string): Promise<void> {
  await page.addInitScript((id) => window.localStorage.setItem('lw.shop', id), shopId);
}

export const rows = (page: Page) => page.locator('li[data-place]');

/**
 * Turns the wheel until the row at `place` is in the page, as fast as the list follows.
 * @returns The most rows that were in the page at once.
 */
export function scrollTo(page: Page, place: number, msAtMost: number): Promise<number> {
  return page.evaluate(
    async ([last, most]) => {
      const began = performance.now();
      let peak = 0;
      while (document.querySelector(`li[data-place="${last}"]`) === null) {
        if (performance.now() - began > most) {
          throw new Error(
            `Row ${last} was not there after ${most} ms; ${document.querySelectorAll('li[data-place]').length} rows are.`,
          );
        }

        peak = Math.max(peak, document.querySelectorAll('li[data-place]').length);
        window.scrollBy(0, 1200);
        // A browser that stops drawing gives no frame: then the limit above ends this, and says how far it came.
        await Promise.race([
          new Promise((next) => requestAnimationFrame(next)),
          new Promise((next) => setTimeout(next, 250)),
        ]);
      }

      return peak;
    },
    [place, msAtMost] as const,
  );
}
