import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Dictionary, Text, Words } from './words';

const root = join(import.meta.dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
const placesOf = (text: Text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort().join();

it.each(files.filter((file) => /(words|domain)\.en\.ts$/.test(file)))('%s keeps its places in Korean', async (file) => {
  const english = Object.values(await import(join(root, file)))[0] as Words<string, Dictionary>;
  const korean = Object.values(await import(join(root, file.replace('.en.ts', '.ko.ts'))))[0] as Dictionary;

  expect(Object.keys(korean).sort()).toEqual(Object.keys(english.texts).sort());
  for (const [key, text] of Object.entries(english.texts)) {
    expect(`${key} ${placesOf(korean[key] as Text)}`).toBe(`${key} ${placesOf(text)}`);
  }
});

// A letter between tags, or a text in an attribute that is shown or read out.
const Shown = />\s*[A-Za-z가-힣][^<>{}=;()]*<\/|\s(?:aria-label|title|placeholder|alt|label)="[^"]*[A-Za-z가-힣]/;

it.each(
  files.filter((file) => file.endsWith('.tsx') && !file.includes('.test.') && !file.startsWith('features/gallery')),
)('%s has no text of its own', (file) => {
  expect(
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => Shown.test(line)),
  ).toEqual([]);
});
