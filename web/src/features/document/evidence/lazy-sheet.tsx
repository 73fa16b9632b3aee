'use client';
import dynamic from 'next/dynamic';
import { PageSkeleton } from './page-skeleton';

/** Loads the sheet's code after the page around it has rendered. */
export const LazySheet = dynamic(() => import('./document-sheet').then((module) => module.DocumentSheet), {
  ssr: false,
  loading: PageSkeleton,
});
