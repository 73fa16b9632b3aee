import type { Page } from '@playwright/test';

const AppBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/** What Shopify's script does for us, repeated: it insists on being a plain script, and hands out tokens and toasts. */
export async function simulateAppBridge(page: Page): Promise<void> {
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
          idToken: async () => 'session-token-' + ++window.tokens,
          toast: { show: (message) => { window.toasts.push(message); return 'toast'; }, hide() {} },
        };`,
    }),
  );
}
