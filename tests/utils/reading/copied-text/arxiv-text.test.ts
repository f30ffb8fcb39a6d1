import { expect, test } from 'vitest';
import { readArxivLists } from '@/utils/reading/copied-text/arxiv-text';
import { linesOf } from '@/utils/reading/copied-text/lines';

const HEAD =
  '[1] arXiv:2401.00001 [pdf, html]\nTitle: Rows of Lamps\nAda Berg, Bo Cai\nSubjects: Lamps (cs.LA)';

function read(text: string) {
  return readArxivLists(linesOf(text)).map(({ identifiers, title, authors }) => [
    identifiers.arxiv,
    title,
    authors,
  ]);
}

test('an abstract stops where no card could carry more', () => {
  const line = 'Lamps burn in rows, and whoever walks the street may count them one by one.';
  const [paper] = readArxivLists(linesOf(`${HEAD}\nAbstract: ${`${line}\n`.repeat(3000)}`));
  expect(paper?.title).toBe('Rows of Lamps');
  expect(paper?.abstract?.length).toBeGreaterThan(15_000);
  expect(paper?.abstract?.length).toBeLessThan(25_000);
});

test.each([
  ['a whole record', HEAD, [['2401.00001', 'Rows of Lamps', ['Ada Berg', 'Bo Cai']]]],
  ['a title that may not be whole', HEAD.slice(0, 50), [['2401.00001', undefined, undefined]]],
  ['names that may not be whole', HEAD.slice(0, 62), [['2401.00001', 'Rows of Lamps', undefined]]],
  [
    'the start of the next record',
    `${HEAD}\n[2] arXiv:2401.00`,
    [['2401.00001', 'Rows of Lamps', ['Ada Berg', 'Bo Cai']]],
  ],
  ['an identifier in a sentence', 'See arXiv:2401.00001 [pdf] for more.', []],
  ['an identifier alone', 'arXiv:2401.00001\nRows of Lamps', []],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});
