import { readFileSync } from 'node:fs';

/**
 * The validator that `vercel deploy` runs before it sends anything. It lets keys pass that it does not know and the
 * service refuses, so those are looked up in Vercel's own type of the file.
 */
export async function checkVercel(text) {
  const { getConfigValidator } = await import('./node_modules/vercel/dist/chunks/config-validator.mjs');
  const config = JSON.parse(text);
  const validate = getConfigValidator();
  const wrong = validate(config) ? [] : validate.errors.map((error) => `${error.dataPath ?? error.instancePath} ${error.message}`);
  const known = knownKeys();
  const unknown = Object.keys(config).filter((key) => !known.has(key));
  return [...wrong, ...unknown.map((key) => `/ has a key that is not known: ${key}`)];
}

/** The members of the interface, and `$schema`, which is the editor's. */
function knownKeys() {
  const types = readFileSync(new URL('node_modules/@vercel/config/dist/types.d.ts', import.meta.url), 'utf8');
  const [, members] = /export interface VercelConfig \{\n([\s\S]*?)\n\}/.exec(types);
  return new Set(['$schema', ...[...members.matchAll(/^ {4}(\w+)\??:/gm)].map((match) => match[1])]);
}
