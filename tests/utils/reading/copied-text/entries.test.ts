import { expect, test } from 'vitest';
import { entriesIn } from '@/utils/reading/copied-text/entries';
import { linesOf } from '@/utils/reading/copied-text/lines';

const LIST = [
  'Gauging moss on northern walls',
  'Ada Berg, Bo Cai',
  'Does bread remember its oven?',
  'Dana Eck, Emil Falk',
  'Tea and thunder in small kitchens',
  'Gitta Hahn, Ivo Jahn',
];

test('each paper has its lines, up to those of the next', () => {
  expect(entriesIn(linesOf(LIST.join('\n'))).map(({ first, last, end }) => [first, last, end])).toEqual([
    [0, 1, 2],
    [2, 3, 4],
    [4, 5, 6],
  ]);
});

test('two need something that speaks for each of them', () => {
  const two = (behind: string) =>
    entriesIn(linesOf([...LIST.slice(0, 2), behind, ...LIST.slice(2, 4), behind].join('\n'))).length;
  expect(two('Something else')).toBe(0);
  expect(two('Walls, 2024')).toBe(2);
  expect(two('doi:10.1234/a')).toBe(2);
});

test('lines that tell of a paper by themselves are no titles', () => {
  const lines = linesOf(['Kites that learn to fly', 'Kira Lund, Max Moe', ...LIST].join('\n'));
  expect(entriesIn(lines)).toHaveLength(4);
  expect(entriesIn(lines, new Set([0])).map(({ title }) => title)).toEqual([LIST[0], LIST[2], LIST[4]]);
});

test('the last title may have been cut off, if more stands behind the others', () => {
  const references = [
    'A. Berg, B. Cai. Gauging moss on northern walls. Walls, 2024.',
    'D. Eck, E. Falk. Does bread remember its oven? Loaf, 2023.',
    'G. Hahn, I. Jahn. Tea and thunder in small kitchens. Cups, 2022.',
    'K. Lund, M. Moe. Kites that learn to',
  ];
  expect(entriesIn(linesOf(references.join('\n'))).map(({ title }) => title)).toEqual([
    'Gauging moss on northern walls',
    'Does bread remember its oven?',
    'Tea and thunder in small kitchens',
  ]);
  const names = LIST.map((_, index) => LIST[index % 2 === 0 ? index + 1 : index - 1]);
  expect(entriesIn(linesOf(names.join('\n')))).toHaveLength(3);
});

test.each([
  ['a sentence below the title', 'We gauge the moss of every wall that faces north.'],
  ['a host and a kind', '[PDF] walls.example'],
])('%s is not taken for it', (_, line) => {
  const text = [0, 2, 4].flatMap((at) => [LIST[at]?.replace('?', ''), line, LIST[at + 1], '']).join('\n');
  expect(entriesIn(linesOf(text)).map(({ title }) => title)).toEqual(
    [0, 2, 4].map((at) => LIST[at]?.replace('?', '')),
  );
});
