'use client';
import NextLink from 'next/link';
import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';
import { useHref } from './shell';

/**
 * A link to one of our pages: `<Link to={pages.leak(id)}>`. It prefetches when it is hovered, not when it is visible,
 * since a list has hundreds of links.
 */
export function Link({ to, ...rest }: { to: string } & Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'>) {
  const href = useHref()(to);
  const router = useRouter();
  const fetchAhead = () => router.prefetch(href);
  return <NextLink prefetch={false} onPointerEnter={fetchAhead} onFocus={fetchAhead} {...rest} href={href} />;
}
