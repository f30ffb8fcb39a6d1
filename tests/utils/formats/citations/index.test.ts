import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportedPaper } from '@/tests/arbitraries';
import { runs as times } from '@/tests/long';
import { CITATION_STYLES, citationsHtml, citationsText, latexCite } from '@/utils/formats/citations';
import { plainText, richText } from '@/utils/formats/citations/citation-text';
import type { CitationStyle } from '@/utils/formats/citations/style';
import { cslItem } from '@/utils/formats/parts/csl-item';
import { BOOK, DATASET, LUDWIG, PREPRINT, THESIS } from './cited';

const style = (id: string) => CITATION_STYLES.find((one) => one.id === id) as CitationStyle;
const LATE = { ...THESIS, author: [LUDWIG] };
const ITEMS = [LATE, DATASET, PREPRINT, THESIS, BOOK];

test('a menu has five styles', () => {
  expect(CITATION_STYLES.map(({ name }) => name)).toEqual([
    'APA',
    'MLA',
    'Chicago (author-date)',
    'IEEE',
    'Vancouver',
  ]);
});

test.each([
  ['apa', [THESIS, PREPRINT, BOOK, DATASET, LATE]],
  ['mla', [PREPRINT, THESIS, BOOK, DATASET, LATE]],
  ['chicago', [THESIS, PREPRINT, BOOK, LATE, DATASET]],
])('%s sorts by author', (id, sorted) => {
  const lines = citationsText(ITEMS, style(id)).split('\n').slice(0, -1);
  expect(lines).toEqual(sorted.map((item) => plainText(style(id).cite(item))));
});

test('IEEE and Vancouver keep the order and count', () => {
  expect(citationsText([DATASET, BOOK], style('ieee'))).toBe(
    '[1] Institute of Rivers, “Silt by day.” Zenodo.\n[2] A. M. Berg and L. van Hoven, Eds., The book of deltas. Water Press, 1999.\n',
  );
  expect(citationsHtml([DATASET], style('vancouver'))).toBe(
    '<p>1. Institute of Rivers. Silt by day. Zenodo;</p>\n',
  );
});

test('nothing gives nothing', () => {
  expect([citationsText([], style('apa')), citationsHtml([], style('ieee'))]).toEqual(['', '']);
});

test('a key in LaTeX', () => {
  expect(latexCite('berg2019how')).toBe('\\cite{berg2019how}');
});

test('every paper that the schema allows has a citation in every style, on one line, whose HTML has nothing but italics', () => {
  fc.assert(
    fc.property(exportedPaper, (paper) => {
      const item = cslItem(paper, 'key');
      for (const one of CITATION_STYLES) {
        const runs = one.cite(item);
        expect(plainText(runs)).not.toMatch(/[\n\r]|undefined|null|\[object/);
        expect(richText(runs).replace(/<\/?i>/g, '')).not.toMatch(/[<>]/);
      }
    }),
    { numRuns: times(400) },
  );
});
