import { expect, test } from 'vitest';
import { plainText, richText } from '@/utils/formats/citations/citation-text';
import { vancouver } from '@/utils/formats/citations/vancouver';
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { ARTICLE, BOOK, CHAPTER, DATASET, PREPRINT, people, TALK, THESIS } from './cited';

test.each([
  [
    ARTICLE,
    'Berg AM, van Hoven L. How rivers find the sea: a study of deltas. Journal of slow water [Internet]. 2019 Sep 3;12(3):321–8. Available from: https://doi.org/10.1000/182',
  ],
  [
    TALK,
    'Berg AM, van Hoven L, King JL Jr. Are deltas stable? In: Proceedings of the conference on deltas [Internet]. Water Press; 2020. p. 1–9. Available from: https://example.org/talk',
  ],
  [
    PREPRINT,
    'Berg AM. Deltas are all you need [Internet]. arXiv; 2017. Available from: https://arxiv.org/abs/1706.99999',
  ],
  [BOOK, 'Berg AM, van Hoven L, editors. The book of deltas. Water Press; 1999.'],
  [CHAPTER, 'King JL Jr. On silt. In: Berg AM, editor. The book of deltas. Water Press; 1999. p. 40–52.'],
  [THESIS, 'Berg AM. Silt [Internet]. University of Delft; 2001. Available from: https://example.org/silt'],
  [DATASET, 'Institute of Rivers. Silt by day. Zenodo;'],
] as const)('$0.id', (item, citation) => {
  expect(richText(vancouver.cite(item))).toBe(citation);
});

test('seven authors are the first six and others', () => {
  expect(plainText(vancouver.cite({ ...ARTICLE, author: people(7) }))).toContain('Berg5 A, et al. How');
  expect(plainText(vancouver.cite({ ...ARTICLE, author: people(6) }))).toContain('Berg4 A, Berg5 A. How');
});

test('journals lose their full stops', () => {
  const article = { ...ARTICLE, 'container-title': 'J. Slow Water' };
  expect(plainText(vancouver.cite(article))).toContain('J Slow Water [Internet]. 2019');
});

test('a series has the volume', () => {
  const book = { ...BOOK, 'collection-title': 'Deltas', volume: '4' };
  expect(plainText(vancouver.cite(book))).toMatch(/1999\. \(Deltas; vol\. 4\)\.$/);
});

test('a report has its month and number', () => {
  const report = { ...THESIS, type: 'report', number: '7', page: '1-4', issued: ARTICLE.issued };
  expect(plainText(vancouver.cite(report as CslItem))).toContain('2019 Sep p. 1–4. Report No.: 7. Available');
});
