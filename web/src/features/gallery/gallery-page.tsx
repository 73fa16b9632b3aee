'use client';
import dynamic from 'next/dynamic';

/** All parts of the kit are more than a page may load at first. */
export const GalleryPage = dynamic(() => import('./gallery-parts').then((module) => module.GalleryParts), {
  ssr: false,
});
