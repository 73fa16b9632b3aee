import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { frame } from '../browser/admin';
import { startNext } from '../browser/next-server';
import { freePort } from '../browser/processes';

/** The rehearsal of a deployment runs it and sets these variables (tests/LeakWatch.Tests/Staging). */
const api = variable('LW_STAGING_API');
const shop = variable('LW_STAGING_SHOP');
const key = variable('SHOPIFY_API_KEY');
const secret = variable('SHOPIFY_API_SECRET');

function variable(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: ./lw staging sets it.`);
  }

  return value;
}

/** Signed as Shopify does, valid for a minute. */
function sessionToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: key, sub: '1', exp: now + 60, nbf: now };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, iat: now, jti: '1', sid: '1' })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

test('the Next server shows the finding inside the admin, and reports an error of the page', async ({ page }) => {
  const next = await startNext(
    api,
    await freePort(),
    variable('LW_STAGING_SENTRY'),
    `leakwatch@${variable('LW_STAGING_COMMIT')}`,
  );
  try {
    const address = `${next.origin}/app/leaks?shop=${shop}&locale=en`;
    const app = await frame(page, 'https://admin.shopify.com', address, sessionToken);
    await expect(app.getByRole('list', { name: 'Findings' }).getByRole('link')).toHaveCount(1);

    const reported = page.waitForRequest((request) => request.url().includes('/envelope/'));
    await page.frames()[1]?.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('The rehearsal breaks a page on purpose.');
      });
    });
    await reported;
  } finally {
    await next.stop();
  }
});
