// Measures the JavaScript that the browser loads for each page of an output (the export or a built server) before
// anything is pressed, with gzip -9. Fails above the budget.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { firstScripts } from './built-output.mjs';

const BudgetKb = 180;
const sizes = new Map();

async function sizeOf(file) {
  if (!sizes.has(file)) {
    sizes.set(file, gzipSync(await readFile(file), { level: 9 }).length);
  }

  return sizes.get(file);
}

const pages = await firstScripts(process.argv[2] ?? 'out');
let isOver = pages.length === 0;
for (const { page, scripts } of pages) {
  let bytes = 0;
  for (const script of scripts) {
    bytes += await sizeOf(script);
  }

  const kb = bytes / 1024;
  isOver ||= kb > BudgetKb;
  process.stdout.write(`${kb.toFixed(1).padStart(7)} KB  ${page}${kb > BudgetKb ? `  over ${BudgetKb} KB` : ''}\n`);
}

process.exit(isOver ? 1 : 0);
