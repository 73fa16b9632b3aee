import type { FrameLocator, Page } from '@playwright/test';

const AppBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/**
 * What Shopify's script does for us, repeated: it insists on being a plain script, and hands out tokens and toasts.
 * @param token A new session token at each call; without it tokens are words that only an api in local mode takes.
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
        const first = [...document.scripts].find((one) => one.src && !one.async && !one.defer && one.type !== 'module' && !one.noModule);
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

/** Opens a page of ours in the frame of a site at `admin`, which is Shopify's or pretends to be. */
export async function frame(page: Page, admin: string, address: string, token?: () => string): Promise<FrameLocator> {
  await simulateAppBridge(page, token);
  await page.route(`${admin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Admin</title><body style="margin:0"><iframe name="app" style="border:0;width:100%;height:100vh" src="${address}"></iframe>`,
    }),
  );
  await page.goto(`${admin}/store/acme/apps/leakwatch`);
  return page.frameLocator('iframe');
}
