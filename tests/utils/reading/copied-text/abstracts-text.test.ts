import { expect, test } from 'vitest';
import { withoutStrayTitles } from '@/utils/reading/copied-text/abstracts-text';

function titlesLeft(titles: (string | undefined)[]) {
  const found = titles.map((title) => ({ title, abstract: 'We count.', identifiers: {} }));
  return withoutStrayTitles(found, new Set(found)).map(({ title }) => title);
}

test.each([
  [
    'most have one',
    ['Rows of Lamps', 'Columns of Lamps', undefined],
    ['Rows of Lamps', 'Columns of Lamps', undefined],
  ],
  ['most have none', ['A University', undefined, undefined], [undefined, undefined, undefined]],
  ['one affiliation', ['A University, Port, Nowhere'], [undefined]],
  ['the end of an affiliation', ['versity of Lamps, Port, Nowhere'], [undefined]],
  ['one title', ['Counting Rows of Lamps'], ['Counting Rows of Lamps']],
])('%s', (_, titles, expected) => {
  expect(titlesLeft(titles)).toEqual(expected);
});
