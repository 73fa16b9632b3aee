/** The calls of App Bridge that LeakWatch uses. It comes from Shopify's CDN only, in the embedded shell only. */
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

/** App Bridge is a plain script, so it has run once the document is parsed; React may start before. */
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

/** A token lives a minute, so it is taken anew for each request; null outside the admin, where the browser is signed in otherwise. */
export async function sessionToken(): Promise<string | null> {
  return (await (await appBridge())?.idToken()) ?? null;
}
