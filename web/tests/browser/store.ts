import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { APIRequestContext } from '@playwright/test';

const samples = resolve(import.meta.dirname, '../../../samples/store');

/** Files of the demo store, in a fixed order. */
export function sampleFiles(most: number): string[] {
  return readdirSync(samples, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, most);
}

export const sampleFile = (name: string) => join(samples, name);

interface Listed {
  items: { id: string; fileName: string; mimeType: string | null }[];
  nextCursor: string | null;
}

/** The id of a document of the only store, by its file's name. */
export async function documentId(request: APIRequestContext, fileName: string): Promise<string> {
  const [shop] = (await (await request.get('/v1/shops')).json()) as { id: string }[];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await (await request.get(`/v1/shops/${shop?.id}/documents?limit=100${query}`)).json()) as Listed;
    const found = page.items.find((item) => item.fileName === fileName);
    if (found) {
      return found.id;
    }

    cursor = page.nextCursor;
  } while (cursor !== null);
  throw new Error(`The demo store has no ${fileName}.`);
}
