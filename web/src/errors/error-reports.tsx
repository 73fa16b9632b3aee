'use client';
import { useEffect } from 'react';
import { startErrorReports } from './watch';

/** Starts error reports after the first render: the SDK is not part of the first load. */
export function ErrorReports() {
  useEffect(() => startErrorReports(), []);
  return null;
}
