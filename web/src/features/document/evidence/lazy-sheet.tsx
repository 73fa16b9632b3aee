'use client';
import dynamic from 'next/dynamic';
import { PageSkeleton } from './page-skeleton';

/** The sheet after first paint: the page around it stands before its code is asked for. */
export const LazySheet = dynamic(() => import('./document-sheet').then((module) => module.DocumentSheet), {
  ssr: false,
  loading: PageSkeleton,
});
