import { expect, test } from 'vitest';
import { plainText, richText } from '@/utils/formats/citations/citation-text';
import { ieee } from '@/utils/formats/citations/ieee';
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { ARTICLE, BOOK, CHAPTER, DATASET, PREPRINT, people, TALK, THESIS } from './cited';

test.each([
  [
    ARTICLE,
    'A. M. Berg and L. van Hoven, “How rivers find the sea: a study of deltas,” <i>Journal of slow water</i>, vol. 12, no. 3, pp. 321–328, Sep. 2019, doi: 10.1000/182.',
  ],
  [
    TALK,
    'A. M. Berg, L. van Hoven, and J.-L. King Jr., “Are deltas stable?,” in <i>Proceedings of the conference on deltas</i>, May 2020, pp. 1–9. [Online]. Available: https://example.org/talk',
  ],
  [
    PREPRINT,
    'A. M. Berg, “Deltas are all you need.” arXiv, Jun. 12, 2017. [Online]. Available: https://arxiv.org/abs/1706.99999',
  ],
  [BOOK, 'A. M. Berg and L. van Hoven, Eds., <i>The book of deltas</i>. Water Press, 1999.'],
  [
    CHAPTER,
    'J.-L. King Jr., “On silt,” in <i>The book of deltas</i>, vol. 2, A. M. Berg, Ed. Water Press, 1999, pp. 40–52.',
  ],
  [THESIS, 'A. M. Berg, “Silt,” University of Delft, 2001. [Online]. Available: https://example.org/silt'],
  [DATASET, 'Institute of Rivers, “Silt by day.” Zenodo.'],
] as const)('$0.id', (item, citation) => {
  expect(richText(ieee.cite(item))).toBe(citation);
});

test('seven authors are the first and others, in italics', () => {
  expect(richText(ieee.cite({ ...ARTICLE, author: people(7) }))).toMatch(/^A\. Berg0 <i>et al\.<\/i>, “How/);
  expect(plainText(ieee.cite({ ...ARTICLE, author: people(6) }))).toContain('A. Berg4, and A. Berg5, “How');
});

test('an article without address ends with a full stop', () => {
  const { DOI, URL, ...article } = ARTICLE;
  expect(plainText(ieee.cite(article))).toMatch(/Sep\. 2019\.$/);
});

test('days have two digits', () => {
  const data = { ...DATASET, issued: { 'date-parts': [[2019, 9, 3]] } satisfies CslItem['issued'] };
  expect(plainText(ieee.cite(data))).toBe('Institute of Rivers, “Silt by day.” Zenodo, Sep. 03, 2019.');
});

test('where nothing stands before it, “In” begins with a capital', () => {
  const talk = { id: 'x', type: 'paper-conference', 'container-title': 'Deltas' };
  expect(plainText(ieee.cite(talk))).toBe('In Deltas.');
});
