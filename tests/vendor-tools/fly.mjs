import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { violations } from './schema.mjs';

/** Keys and types that flyctl reads; the file says of which version. */
const schema = JSON.parse(readFileSync(new URL('fly.schema.json', import.meta.url), 'utf8'));

export function checkFly(text) {
  return violations(schema, parse(text));
}
