import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, parse, textOf, walk } from './source';

// Biome breaks code at 120 columns, but neither strings nor comments, and it does not count the lines of JSX.

const MaxColumns = 120;
const MaxFileLines = 300;
const MaxFunctionLines = 60;

const sources = files.map(parse);

const at = (file: ts.SourceFile, node: ts.Node) =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

const isFunction = (node: ts.Node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** A function's body, a property, and an expression inside JSX are read as statements of their own. */
const isStatement = (node: ts.Node) =>
  ts.isStatement(node) ||
  ts.isPropertyAssignment(node) ||
  ts.isJsxExpression(node) ||
  ts.isTemplateSpan(node) ||
  isFunction(node);

test('no line is longer than 120 columns', () => {
  const long = files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (line.length > MaxColumns ? [`${file}:${index + 1}`] : [])),
  );
  expect(long.join('\n')).toBe('');
});

test('no file is longer than 300 lines', () => {
  const long = files.filter((file) => textOf(file).trimEnd().split('\n').length > MaxFileLines);
  expect(long.join('\n')).toBe('');
});

test('no function is longer than 60 lines', () => {
  const long: string[] = [];
  // A suite is one function to the parser and a list of tests to the reader.
  for (const file of sources.filter(({ fileName }) => !fileName.endsWith('.test.ts'))) {
    walk(file, (node) => {
      const lines = isFunction(node) ? node.getText(file).split('\n').length : 0;
      if (lines > MaxFunctionLines) {
        long.push(`${at(file, node)} ${lines}`);
      }
    });
  }

  expect(long.join('\n')).toBe('');
});

test('no statement has more than one conditional expression', () => {
  const crowded = new Set<string>();
  for (const file of sources) {
    const counts = new Map<ts.Node, number>();
    walk(file, (node) => {
      if (ts.isConditionalExpression(node)) {
        const statement = ts.findAncestor(node.parent, isStatement) ?? file;
        counts.set(statement, (counts.get(statement) ?? 0) + 1);
        if (counts.get(statement) === 2) {
          crowded.add(at(file, node));
        }
      }
    });
  }

  expect([...crowded].join('\n')).toBe('');
});
