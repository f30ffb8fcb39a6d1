// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { lookThrough } from '@/utils/reading/collect/walk';
import { parse } from '../sites/read-fixture';

const look = (html: string) => lookThrough(parse(html), new URL('https://example.org/'), async () => {});
const ids = async (html: string) =>
  (await look(html)).mentions.flatMap(({ identifiers }) => Object.values(identifiers));

test.each([
  ['links', '<a href="https://arxiv.org/abs/2601.00001v2">x</a>', ['2601.00001']],
  ['plain numbers', '<p>see arXiv:2601.00001 and doi:10.5555/a</p>', ['2601.00001', '10.5555/a']],
  [
    'a link and its own number once',
    '<a href="https://arxiv.org/abs/2601.00001">2601.00001</a>',
    ['2601.00001'],
  ],
  [
    'the footer of an entry',
    '<article><footer><a href="https://arxiv.org/abs/2601.00001">x</a></footer></article>',
    ['2601.00001'],
  ],
  ['no footer of the page', '<footer><a href="https://arxiv.org/abs/2601.00001">x</a></footer>', []],
  ['no script', '<script>"https://arxiv.org/abs/2601.00001"</script>', []],
  ['nothing cited in an abstract', '<p class="abstract">as in arXiv:2601.00001</p>', []],
  [
    'no address without the web',
    '<a href="mailto:arxiv.org/abs/2601.00001">x</a><a href="http://[">y</a>',
    [],
  ],
])('mentions are %s', async (_, html, expected) => {
  expect(await ids(html)).toEqual(expected);
});

test('parts know how many papers, headings and letters they hold', async () => {
  const html =
    '<ul><li><h3>Abc</h3><a href="https://arxiv.org/abs/2601.00001">d</a></li><li><a href="https://arxiv.org/abs/2601.00002">ef</a></li></ul>';
  const parts = [...(await look(html)).parts].map(([element, part]) => [
    element.localName,
    part.identifiers === 'many' ? 'many' : [...part.identifiers.values()].join(),
    part.headings,
    part.length,
  ]);
  expect(parts).toEqual([
    ['a', '2601.00001', 0, 1],
    ['li', '2601.00001', 1, 4],
    ['a', '2601.00002', 0, 2],
    ['li', '2601.00002', 0, 2],
    ['ul', 'many', 1, 6],
    ['body', 'many', 1, 6],
  ]);
});
