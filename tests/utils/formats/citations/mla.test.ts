import { expect, test } from 'vitest';
import { plainText, richText } from '@/utils/formats/citations/citation-text';
import { mla } from '@/utils/formats/citations/mla';
import { ARTICLE, BOOK, CHAPTER, DATASET, PREPRINT, people, TALK, THESIS } from './cited';

test.each([
  [
    ARTICLE,
    'Berg, Anna Maria, and Ludwig van Hoven. “How Rivers Find the Sea: A Study of Deltas.” <i>Journal of Slow Water</i>, vol. 12, no. 3, Sept. 2019, pp. 321–28, https://doi.org/10.1000/182.',
  ],
  [
    TALK,
    'Berg, Anna Maria, et al. “Are Deltas Stable?” <i>Proceedings of the Conference on Deltas</i>, Water Press, 2020, pp. 1–9, https://example.org/talk.',
  ],
  [
    PREPRINT,
    'Berg, Anna Maria. <i>Deltas Are All You Need</i>. arXiv:1706.99999, arXiv, 12 June 2017, https://arxiv.org/abs/1706.99999.',
  ],
  [BOOK, 'Berg, Anna Maria, and Ludwig van Hoven, editors. <i>The Book of Deltas</i>. Water Press, 1999.'],
  [
    CHAPTER,
    'King, Jean-Luc, Jr. “On Silt.” <i>The Book of Deltas</i>, edited by Anna Maria Berg, vol. 2, Water Press, 1999, pp. 40–52.',
  ],
  [THESIS, 'Berg, Anna Maria. <i>Silt</i>. University of Delft, 2001, https://example.org/silt.'],
  [DATASET, 'Institute of Rivers. <i>Silt by Day</i>. Zenodo.'],
] as const)('$0.id', (item, citation) => {
  expect(richText(mla.cite(item))).toBe(citation);
});

test('three authors are the first and others', () => {
  expect(plainText(mla.cite({ ...ARTICLE, author: people(3) }))).toMatch(/^Berg0, Anna, et al\. “How/);
});

test('an article has the month, other works the day', () => {
  expect(plainText(mla.cite(ARTICLE))).toContain('Sept. 2019');
  expect(plainText(mla.cite({ ...DATASET, issued: { 'date-parts': [[2019, 9, 3]] } }))).toContain(
    '3 Sept. 2019',
  );
});

test('what a paper that appeared is archived as stands behind it', () => {
  const archived = { ...TALK, archive: 'arXiv', archive_location: '1706.99999' };
  expect(plainText(mla.cite(archived))).toMatch(/talk\. arXiv, 1706\.99999\.$/);
});

test('nothing known is no citation', () => {
  expect(mla.cite({ id: 'x', type: 'document' })).toEqual([]);
});
