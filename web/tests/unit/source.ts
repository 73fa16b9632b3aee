import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');
const generated = ['src/api/schema.d.ts'];
const folders = ['src', 'tests', 'scripts'];

/** Every file that is written by hand, relative to web/. */
export const files = [
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
  ...readdirSync(root),
]
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('node_modules') && file !== 'next-env.d.ts')
  .filter((file) => !generated.includes(file))
  .sort();

export const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

export function parse(file: string): ts.SourceFile {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` for each node, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** What each file imports of `src`, dynamic imports and types included. */
export function importsOf(file: string): string[] {
  const found: string[] = [];
  walk(parse(file), (node) => {
    const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const isStatement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const name = isCall ? node.arguments[0] : isStatement && node.moduleSpecifier;
    const target = name && ts.isStringLiteral(name) ? targetOf(file, name.text) : undefined;
    if (target !== undefined) {
      found.push(target);
    }
  });
  return [...new Set(found)];
}

function targetOf(file: string, name: string): string | undefined {
  const path = name.startsWith('@/') ? join('src', name.slice(2)) : relative(root, resolve(root, file, '..', name));
  const isLocal = name.startsWith('@/') || name.startsWith('.');
  return isLocal ? [`${path}.ts`, `${path}.tsx`, path].find((candidate) => files.includes(candidate)) : undefined;
}
