import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { violations } from './schema.mjs';

/** Compose's own schema, as dclint carries it. */
const { $schema, ...schema } = JSON.parse(
  readFileSync(new URL('node_modules/dclint/schemas/compose.schema.json', import.meta.url), 'utf8'),
);

export function checkCompose(text) {
  return violations(schema, parse(text, { merge: true }));
}
