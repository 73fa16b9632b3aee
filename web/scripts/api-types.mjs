// Writes src/api/schema.d.ts from ../openapi.json; with --check it only compares them.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const text = `// Made from openapi.json by "pnpm types"; never edited.\n${astToString(await openapiTS(source))}`;
if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  process.stderr.write('src/api/schema.d.ts is not what openapi.json says; run: pnpm types\n');
  process.exit(1);
}
