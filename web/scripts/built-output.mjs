import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/**
 * Lists the prerendered pages of an output of the build.
 * @param folder The export or a built server.
 * @returns Each page with the files of the scripts that a browser with modules loads first.
 */
export async function firstScripts(folder) {
  const isServer = existsSync(`${folder}/server/app`);
  const pagesFolder = isServer ? `${folder}/server/app` : folder;
  const fileOf = (script) => folder + (isServer ? script.replace(/^\/_next\//, '/') : script);
  const pages = (await readdir(pagesFolder, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
  return Promise.all(
    pages.map(async (page) => {
      const html = await readFile(`${pagesFolder}/${page}`, 'utf8');
      // Browsers with modules skip the polyfills.
      const scripts = [...html.matchAll(/<script[^>]*\ssrc="(\/_next\/[^"]+)"[^>]*>/g)]
        .filter(([tag]) => !/nomodule/i.test(tag))
        .map(([, src]) => fileOf(src));
      return { page, scripts: [...new Set(scripts)] };
    }),
  );
}
