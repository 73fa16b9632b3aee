/** Every page and its address inside a shell. Details take their id as a query, so that each page is one prerendered file. */
export const pages = {
  dashboard: () => '/',
  uploads: () => '/documents',
  document: (id: string) => `/documents/view?${new URLSearchParams({ id })}`,
  leaks: (filter?: string) => `/leaks${filter ? `?${filter}` : ''}`,
  leak: (id: string) => `/leaks/view?${new URLSearchParams({ id })}`,
  vendors: () => '/vendors',
  vendor: (key: string) => `/vendors/view?${new URLSearchParams({ key })}`,
  facts: () => '/facts',
  settings: () => '/settings',
} as const;

export type ShellKind = 'site' | 'embedded';

/** The admin's pages lie under /app, those of the site at the root. */
export const prefixOf = (shell: ShellKind) => (shell === 'embedded' ? '/app' : '');

export function addressIn(shell: ShellKind, path: string): string {
  const prefix = prefixOf(shell);
  return prefix === '' ? path : path === '/' ? prefix : `${prefix}${path}`;
}
