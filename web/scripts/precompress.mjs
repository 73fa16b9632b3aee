// Writes FILE.br next to each larger text file of the export. The best compression is too slow to do for every visitor.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = resolve(import.meta.dirname, '../out');
const texts = new Set(['.js', '.mjs', '.css', '.txt', '.svg', '.json']);
const MinBytes = 1024;

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !texts.has(extname(file))) {
    continue;
  }

  const bytes = readFileSync(file);
  if (bytes.length >= MinBytes) {
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
  }
}
