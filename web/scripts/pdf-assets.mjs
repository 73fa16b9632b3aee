// What pdf.js asks its own site for otherwise: character maps, standard fonts and decoders, served from public/pdfjs.
import { cp } from 'node:fs/promises';

for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
  await cp(
    new URL(`../node_modules/pdfjs-dist/${folder}`, import.meta.url),
    new URL(`../public/pdfjs/${folder}`, import.meta.url),
    // As old as they are: a copy is no change after which the web is built anew.
    { recursive: true, dereference: true, preserveTimestamps: true },
  );
}
