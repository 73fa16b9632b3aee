'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { addressIn, type ShellKind } from './pages';

const Current = createContext<ShellKind>('site');

export function ShellProvider({ kind, children }: { kind: ShellKind; children: ReactNode }) {
  return <Current value={kind}>{children}</Current>;
}

export const useShell = () => useContext(Current);

/** Turns a page's path into its address in this shell: `href(pages.leak(id))`. */
export function useHref(): (path: string) => string {
  const shell = useShell();
  return (path) => addressIn(shell, path);
}
