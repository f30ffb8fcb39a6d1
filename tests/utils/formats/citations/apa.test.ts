import { expect, test } from 'vitest';
import { apa } from '@/utils/formats/citations/apa';
import { plainText, richText } from '@/utils/formats/citations/citation-text';
import { ARTICLE, BOOK, CHAPTER, DATASET, PREPRINT, people, TALK, THESIS } from './cited';

test.each([
  [
    ARTICLE,
    'Berg, A. M., &amp; van Hoven, L. (2019). How rivers find the sea: a study of deltas. <i>Journal of Slow Water</i>, <i>12</i>(3), 321–328. https://doi.org/10.1000/182',
  ],
  [
    TALK,
    'Berg, A. M., van Hoven, L., &amp; King, J.-L., Jr. (2020). Are deltas stable? <i>Proceedings of the Conference on Deltas</i>, 1–9. https://example.org/talk',
  ],
  [
    PREPRINT,
    'Berg, A. M. (2017). <i>Deltas are all you need</i> (Preprint arXiv:1706.99999). arXiv. https://arxiv.org/abs/1706.99999',
  ],
  [BOOK, 'Berg, A. M., &amp; van Hoven, L. (Eds.). (1999). <i>The book of deltas</i>. Water Press.'],
  [
    CHAPTER,
    'King, J.-L., Jr. (1999). On silt. In A. M. Berg (Ed.), <i>The book of deltas</i> (Vol. 2, pp. 40–52). Water Press.',
  ],
  [THESIS, 'Berg, A. M. (2001). <i>Silt</i> [University of Delft]. https://example.org/silt'],
  [DATASET, 'Institute of Rivers. (n.d.). <i>Silt by day</i> [Data set]. Zenodo.'],
] as const)('$0.id', (item, citation) => {
  expect(richText(apa.cite(item))).toBe(citation);
});

test('twenty-one authors are the first nineteen and the last', () => {
  const text = plainText(apa.cite({ ...DATASET, author: people(21) }));
  expect(text).toContain('Berg18, A., … Berg20, A. (n.d.)');
  expect(plainText(apa.cite({ ...DATASET, author: people(20) }))).toContain(
    'Berg18, A., & Berg19, A. (n.d.)',
  );
});

test('without author the title comes first, without both what it is', () => {
  expect(plainText(apa.cite({ ...ARTICLE, author: [] }))).toMatch(
    /^How rivers .* deltas\. \(2019\)\. Journal/,
  );
  expect(plainText(apa.cite({ id: 'x', type: 'dataset' }))).toBe('[Data set]. (n.d.).');
  expect(plainText(apa.cite({ id: 'x', type: 'document' }))).toBe('(N.d.).');
});

test('a volume with a name is a part of the title', () => {
  const text = plainText(apa.cite({ ...BOOK, volume: 'Silt' }));
  expect(text).toContain('The book of deltas: Vol. Silt. Water');
});

test('a talk has its day', () => {
  const { page, ...talk } = TALK;
  expect(plainText(apa.cite(talk))).toContain('(2020, May)');
});
