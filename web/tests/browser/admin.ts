import type { FrameLocator, Page } from '@playwright/test';

const AppBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/**
 * Simulates Shopify's script: it insists on being a plain script, and provides tokens and toasts.
 * @param token Returns a new session token; without it tokens are texts that only an api in local mode accepts.
 */
export async function simulateAppBridge(page: Page, token?: () => string): Promise<void> {
  if (token) {
    await page.exposeFunction('signSessionToken', token);
  }

  await page.route(AppBridge, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `
        const script = document.currentScript;
        if (!script || script.async || script.defer) throw new Error('App Bridge must be a plain script');
        const isPlain = ({ src, async, defer, type, noModule }) =>
          src && !async && !defer && type !== 'module' && !noModule;
        const first = [...document.scripts].find(isPlain);
        if (first !== script) throw new Error('App Bridge must be the first plain script');
        window.toasts = [];
        window.tokens = 0;
        window.shopify = {
          config: { apiKey: document.querySelector('meta[name=shopify-api-key]').content },
          idToken: async () => window.signSessionToken ? window.signSessionToken() : 'session-token-' + ++window.tokens,
          toast: { show: (message) => { window.toasts.push(message); return 'toast'; }, hide() {} },
        };`,
    }),
  );
}

/** Opens a page of ours in a frame of the site at `admin`, Shopify's or another one. */
export async function frame(page: Page, admin: string, address: string, token?: () => string): Promise<FrameLocator> {
  await simulateAppBridge(page, token);
  await page.route(`${admin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Admin</title><body style="margin:0">
        <iframe name="app" style="border:0;width:100%;height:100vh" src="${address}"></iframe>`,
    }),
  );
  await page.goto(`${admin}/store/acme/apps/leakwatch`);
  return page.frameLocator('iframe');
}
