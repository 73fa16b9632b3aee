'use client';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { useHref } from './shell';

/** A link to one of our pages: `<Link to={pages.leak(id)}>`. Prefetched only when pointed at: a list has hundreds. */
export function Link({ to, ...rest }: { to: string } & Omit<ComponentProps<typeof NextLink>, 'href'>) {
  const href = useHref();
  return <NextLink prefetch={false} {...rest} href={href(to)} />;
}
