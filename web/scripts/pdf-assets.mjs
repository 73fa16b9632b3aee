// Copies the character maps, standard fonts and decoders of pdf.js to public/pdfjs; it would load them from its own
// site.
import { cp } from 'node:fs/promises';

for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
  await cp(
    new URL(`../node_modules/pdfjs-dist/${folder}`, import.meta.url),
    new URL(`../public/pdfjs/${folder}`, import.meta.url),
    // Copies keep their times: a newer file would cause another build.
    { recursive: true, dereference: true, preserveTimestamps: true },
  );
}
