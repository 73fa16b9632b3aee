import { expect, test } from 'vitest';
import { files, importsOf } from './source';

const sources = files.filter((file) => file.startsWith('src/') && !file.includes('.test.'));
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

/** The groups of nodes that lead back to themselves (Tarjan's strongly connected components). */
function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const [order, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string) => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) {
        visit(next);
      }

      if (stack.includes(next)) {
        low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
      }
    }

    if (low.get(node) === order.get(node)) {
      const group = stack.splice(stack.indexOf(node));
      if (group.length > 1) {
        cycles.push(group.sort());
      }
    }
  };
  for (const node of edges.keys()) {
    if (!order.has(node)) {
      visit(node);
    }
  }

  return cycles;
}

const featureOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1];

test('features do not import each other in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    const feature = featureOf(file);
    if (feature !== undefined) {
      const others = targets.map(featureOf).filter((other) => other !== undefined && other !== feature) as string[];
      edges.set(feature, [...(edges.get(feature) ?? []), ...others]);
    }
  }

  expect(edges.size).toBeGreaterThan(5);
  expect(cyclesOf(edges)).toEqual([]);
});

test('files do not import each other in a circle', () => {
  expect(imports.size).toBeGreaterThan(100);
  expect(cyclesOf(imports)).toEqual([]);
});

test('a circle is found', () => {
  const edges = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(cyclesOf(edges)).toEqual([['b', 'c']]);
});
