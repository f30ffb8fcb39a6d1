import { expect, test } from 'vitest';
import { chicago } from '@/utils/formats/citations/chicago';
import { plainText, richText } from '@/utils/formats/citations/citation-text';
import { ARTICLE, BOOK, CHAPTER, DATASET, LUDWIG, PREPRINT, people, TALK, THESIS } from './cited';

test.each([
  [
    ARTICLE,
    'Berg, Anna Maria, and Ludwig van Hoven. 2019. “How Rivers Find the Sea: A Study of Deltas.” <i>Journal of Slow Water</i> 12 (3): 321–28. https://doi.org/10.1000/182.',
  ],
  [
    TALK,
    'Berg, Anna Maria, Ludwig van Hoven, and Jean-Luc King Jr. 2020. “Are Deltas Stable?” In <i>Proceedings of the Conference on Deltas</i>, 1–9. Water Press. https://example.org/talk.',
  ],
  [
    PREPRINT,
    'Berg, Anna Maria. 2017. “Deltas Are All You Need.” Preprint. arXiv. https://arxiv.org/abs/1706.99999.',
  ],
  [BOOK, 'Berg, Anna Maria, and Ludwig van Hoven, eds. 1999. <i>The Book of Deltas</i>. Water Press.'],
  [
    CHAPTER,
    'King, Jean-Luc, Jr. 1999. “On Silt.” In <i>The Book of Deltas</i>, edited by Anna Maria Berg, 2:40–52. Water Press.',
  ],
  [THESIS, 'Berg, Anna Maria. 2001. “Silt.” University of Delft. https://example.org/silt.'],
  [DATASET, 'Institute of Rivers. n.d. “Silt by Day.” Zenodo.'],
] as const)('$0.id', (item, citation) => {
  expect(richText(chicago.cite(item))).toBe(citation);
});

test('eleven authors are the first seven and others', () => {
  expect(plainText(chicago.cite({ ...ARTICLE, author: people(11) }))).toContain('Anna Berg6, et al. 2019.');
  expect(plainText(chicago.cite({ ...ARTICLE, author: people(10) }))).toContain('and Anna Berg9. 2019.');
});

test('a particle stands behind the given names of the first author', () => {
  expect(plainText(chicago.cite({ ...ARTICLE, author: [LUDWIG] }))).toMatch(/^Hoven, Ludwig van\. 2019\./);
});

test('the month stands where the issue is not known', () => {
  const { issue, volume, ...article } = ARTICLE;
  expect(plainText(chicago.cite({ ...article, volume: '12' }))).toContain('12 (September): 321–28');
  expect(plainText(chicago.cite({ ...article, issue: '3' }))).toContain('Water, no. 3 (September): 321–28');
  expect(plainText(chicago.cite(article))).toContain('Water, September, 321–28');
});

test('without author the title comes first', () => {
  expect(plainText(chicago.cite({ ...DATASET, author: [] }))).toBe('“Silt by Day.” n.d. Zenodo.');
  expect(plainText(chicago.cite({ id: 'x', type: 'document' }))).toBe('N.d.');
});
