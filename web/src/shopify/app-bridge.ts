/** The calls of App Bridge that LeakWatch uses. The embedded shell loads it from Shopify's CDN. */
export interface AppBridge {
  config: { apiKey: string; shop?: string; locale?: string; host?: string };
  idToken(): Promise<string>;
  toast: {
    show(
      message: string,
      options?: { duration?: number; isError?: boolean; action?: string; onAction?: () => void },
    ): string;
    hide(id: string): void;
  };
  saveBar?: { show(id: string): Promise<void>; hide(id: string): Promise<void>; leaveConfirmation(): Promise<void> };
  loading?(isLoading: boolean): void;
}

declare global {
  interface Window {
    shopify?: AppBridge;
  }
}

/** Waits until the document is parsed and with it App Bridge, a plain script, has run. React may start earlier. */
const parsed = () =>
  new Promise<void>((resolve) => {
    if (document.readyState !== 'loading') {
      resolve();
    } else {
      document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    }
  });

export async function appBridge(): Promise<AppBridge | null> {
  if (document.documentElement.dataset.skin !== 'embedded') {
    return null;
  }

  await parsed();
  return window.shopify ?? null;
}

/** A new token for each request, since one is valid for a minute; null outside the admin. */
export async function sessionToken(): Promise<string | null> {
  return (await (await appBridge())?.idToken()) ?? null;
}
