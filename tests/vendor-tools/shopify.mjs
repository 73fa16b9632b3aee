import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'smol-toml';

const dist = new URL('node_modules/@shopify/cli/dist/', import.meta.url);

/** The function of the client that lists the specification of every module an app's file can configure. */
const AllSpecifications = /function (\w+)\(\)\{let (\w+)=\[[\w$,]+\],(\w+)=\[[\w$,]+\];return\[\.\.\.\2,\.\.\.\3\]\}/;

/** Of the app itself, which no module configures. */
const AppKeys = ['client_id', 'build', 'extension_directories', 'web_directories'];

/** Each module's own schema, and a key that no module knows: `shopify app deploy` refuses both. */
export async function checkShopify(text) {
  const app = parse(text);
  const modules = (await specifications()).filter(
    (module) => module.experience === 'configuration' && module.uidStrategy === 'single' && module.schema?.shape,
  );
  const wrong = modules.flatMap((module) => (module.parseConfigurationObject(app).errors ?? []).map(sentence));
  const known = new Set([...AppKeys, ...modules.flatMap((module) => Object.keys(module.schema.shape))]);
  return [...wrong, ...Object.keys(app).filter((key) => !known.has(key)).map((key) => `/ has a key that is not known: ${key}`)];
}

function sentence(error) {
  return `/${(error.path ?? []).join('/')} ${error.message}`;
}

/** The client exports none of them, so a copy of the file that holds them does. */
async function specifications() {
  const chunk = readdirSync(dist).find(
    (name) => name.startsWith('chunk-') && AllSpecifications.test(readFileSync(new URL(name, dist), 'utf8')),
  );
  const text = readFileSync(new URL(chunk, dist), 'utf8');
  const copy = new URL(`specifications-of-${process.pid}.js`, dist);
  writeFileSync(copy, `${text}\nexport{${AllSpecifications.exec(text)[1]} as specifications}`);
  return (await import(copy)).specifications();
}
