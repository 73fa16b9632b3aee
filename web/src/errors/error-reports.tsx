'use client';
import { useEffect } from 'react';
import { startErrorReports } from './watch';

/** Errors of the page are told, once it stands: the SDK is no part of what is loaded first. */
export function ErrorReports() {
  useEffect(() => startErrorReports(), []);
  return null;
}
