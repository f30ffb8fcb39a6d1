/** Shows that the rules in `imports.test.ts` see what they are there for. */
import { expect, test } from 'vitest';
import { circlesOfFiles, circlesOfRooms } from './circles';
import { type Graph, type ImportKind, importsIn, loadedWith, resolveImport } from './import-graph';

test.each<[code: string, kind: ImportKind]>([
  [`import a from './x';`, 'value'],
  [`import { a } from './x';`, 'value'],
  [`import { type A, a } from './x';`, 'value'],
  [`import {\n  a,\n  b,\n} from './x';`, 'value'],
  [`import * as all from './x';`, 'value'],
  [`import './x';`, 'value'],
  [`import { type A } from './x';`, 'value'],
  [`export { a } from './x';`, 'value'],
  [`export * from './x';`, 'value'],
  [`import type { A } from './x';`, 'type'],
  [`import type A from './x';`, 'type'],
  [`export type { A } from './x';`, 'type'],
  [`type A = import('./x').A;`, 'type'],
  [`const a = await import('./x');`, 'later'],
])('%s is a %s', (code, kind) => {
  expect(importsIn('a.ts', code)).toEqual([{ kind, name: './x' }]);
});

test.each([
  `// import './x';`,
  `const words = "import a from './x'";`,
  'export const a = 1;',
  'import(name);',
])('%s imports nothing that can be named', (code) => {
  expect(importsIn('a.ts', code)).toEqual([]);
});

test.each([
  ['./b', 'utils/text/b.ts'],
  ['../days', 'utils/days.ts'],
  ['@/components/row', 'components/row.tsx'],
  ['@/utils/sites', 'utils/sites/index.ts'],
  ['./style.css?inline', 'utils/text/style.css'],
  ['zod', 'zod'],
  ['@wxt-dev/i18n', '@wxt-dev/i18n'],
  ['#imports', '#imports'],
])('%s leads to %s', (name, file) => {
  const files = ['text/b.ts', 'days.ts', 'sites', 'sites/index.ts', 'text/style.css'].map(
    (one) => `utils/${one}`,
  );
  const exists = (path: string) => [...files, 'components/row.tsx'].includes(path);
  expect(resolveImport('utils/text/a.ts', name, exists)).toBe(file);
});

test('an import of nothing is told', () => {
  expect(() => resolveImport('utils/a.ts', './gone', () => false)).toThrow('utils/a.ts imports ./gone');
});

test('what is loaded with a file is told with the way to it, through values only', () => {
  const graph = draw({
    'entrypoints/page.ts': ['utils/a.ts', 'type storage/b.ts', 'later components/c.ts'],
    'utils/a.ts': ['utils/d.ts'],
    'utils/d.ts': ['zod', 'utils/a.ts'],
    'storage/b.ts': ['dexie'],
    'components/c.ts': ['preact'],
  });
  const loaded = loadedWith('entrypoints/page.ts', graph);
  expect(loaded.get('zod')).toEqual(['entrypoints/page.ts', 'utils/a.ts', 'utils/d.ts', 'zod']);
  expect([...loaded.keys()]).toEqual(['entrypoints/page.ts', 'utils/a.ts', 'utils/d.ts', 'zod']);
});

test('circles between files are told once, types and late imports included', () => {
  const graph = draw({
    'utils/text/a.ts': ['utils/text/b.ts'],
    'utils/text/b.ts': ['type utils/text/c.ts'],
    'utils/text/c.ts': ['later utils/text/a.ts', 'utils/text/d.ts'],
    'utils/text/d.ts': [],
  });
  expect(circlesOfFiles(graph)).toEqual([
    'utils/text/a.ts -> utils/text/b.ts -> utils/text/c.ts -> utils/text/a.ts',
  ]);
});

test('circles between rooms are told by the files that make them, though no files go in a circle', () => {
  const graph = draw({
    'utils/text/a.ts': ['utils/paper/b.ts'],
    'utils/paper/b.ts': ['zod'],
    'utils/paper/c.ts': ['type utils/text/d.ts'],
    'utils/text/d.ts': [],
  });
  expect(circlesOfFiles(graph)).toEqual([]);
  expect(circlesOfRooms(graph)).toEqual([
    'utils/paper -> utils/text: utils/paper/c.ts -> utils/text/d.ts\n' +
      'utils/text -> utils/paper: utils/text/a.ts -> utils/paper/b.ts',
  ]);
});

test('a file directly in a first folder is a room of its own, and so is a folder in a folder', () => {
  const graph = draw({
    'utils/days.ts': ['utils/text/a.ts'],
    'utils/text/a.ts': ['utils/order.ts', 'utils/text/inner/b.ts'],
    'utils/order.ts': [],
    'utils/text/inner/b.ts': ['utils/text/c.ts'],
    'utils/text/c.ts': [],
  });
  expect(circlesOfRooms(graph)).toEqual([
    'utils/text -> utils/text/inner: utils/text/a.ts -> utils/text/inner/b.ts\n' +
      'utils/text/inner -> utils/text: utils/text/inner/b.ts -> utils/text/c.ts',
  ]);
});

/** A graph from `path: ['[kind ]path']`. */
function draw(imports: Record<string, string[]>): Graph {
  const edge = (words: string) => {
    const [to = '', kind = 'value'] = words.split(' ').reverse();
    return { kind: kind as ImportKind, to };
  };
  return new Map(Object.entries(imports).map(([path, edges]) => [path, edges.map(edge)]));
}
