// First-load JavaScript of every page of an output (the export, or a built server): what the browser loads before anything is pressed,
// gzip -9. Fails above the budget.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BudgetKb = 180;
const folder = process.argv[2] ?? 'out';
const isServer = existsSync(`${folder}/server/app`);
const pagesFolder = isServer ? `${folder}/server/app` : folder;
const fileOf = (script) => folder + (isServer ? script.replace(/^\/_next\//, '/') : script);
const sizes = new Map();

async function sizeOf(script) {
  if (!sizes.has(script)) {
    sizes.set(script, gzipSync(await readFile(fileOf(script)), { level: 9 }).length);
  }

  return sizes.get(script);
}

const pages = (await readdir(pagesFolder, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
let isOver = pages.length === 0;
for (const page of pages) {
  const html = await readFile(`${pagesFolder}/${page}`, 'utf8');
  // Browsers that know modules skip the polyfills.
  const scripts = new Set(
    [...html.matchAll(/<script[^>]*\ssrc="(\/_next\/[^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src),
  );
  let bytes = 0;
  for (const script of scripts) {
    bytes += await sizeOf(script);
  }

  const kb = bytes / 1024;
  isOver ||= kb > BudgetKb;
  process.stdout.write(`${kb.toFixed(1).padStart(7)} KB  ${page}${kb > BudgetKb ? `  over ${BudgetKb} KB` : ''}\n`);
}

process.exit(isOver ? 1 : 0);
