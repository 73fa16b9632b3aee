/** Every page's path inside a shell. Details take their id as a query parameter, so that each page is one file. */
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

/** The admin's pages are under /app, those of the site at the root. */
export const prefixOf = (shell: ShellKind) => (shell === 'embedded' ? '/app' : '');

export function addressIn(shell: ShellKind, path: string): string {
  const address = `${prefixOf(shell)}${path}`;
  return address === '/app/' ? '/app' : address;
}
