import createClient from 'openapi-fetch';
import { apiLanguage } from '@/i18n/api-language';
import { sessionToken } from '@/shopify/app-bridge';
import { takeEarly } from './early';
import type { components, paths } from './schema';
import { sender } from './send';

/** A named type of the api: `Schema<'FindingView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export const send = sender({ token: sessionToken, language: apiLanguage, early: takeEarly });

/** Typed by openapi.json. Both outputs have the api's origin: it serves the export, and Next rewrites /v1 to it. */
export const api = createClient<paths>({ baseUrl: '', fetch: send });

/** The data of a response. Errors never get here: `send` throws them. */
export async function answer<T>(request: Promise<{ data?: T }>): Promise<T> {
  return (await request).data as T;
}
