// Tells V8 to compile the first scripts of a page as a whole while they load, off the main thread, instead of
// function by function when they are called. That saves a third of the time of a page's own scripts. Other engines
// ignore the comment.
// https://v8.dev/blog/explicit-compile-hints
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { firstScripts } from './built-output.mjs';

const Hint = '//# allFunctionsCalledOnLoad\n';
/** In smaller files the hint costs more than it saves. */
const MinBytes = 4096;

const pages = await firstScripts(resolve(import.meta.dirname, '..', process.argv[2]));
for (const file of new Set(pages.flatMap(({ scripts }) => scripts))) {
  const code = await readFile(file, 'utf8');
  if (code.length >= MinBytes && !code.startsWith(Hint)) {
    await writeFile(file, Hint + code);
  }
}
