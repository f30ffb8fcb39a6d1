import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportedPaper } from '@/tests/arbitraries';
import { written } from '@/tests/utils/formats/written';
import { bibtex } from '@/utils/formats/bibtex/bibtex';
import { SAMPLES } from './sample-papers';

const sample = (key: string) => SAMPLES.filter((entry) => entry.key === key);

test('a preprint has its place, address and archive', async () => {
  expect(await written(bibtex, sample('lamp2017light'))).toBe(
    [
      '@misc{lamp2017light,',
      '  title = {Light Is All You Need},',
      '  author = {Lamp, Ada and Wick, Bo},',
      '  year = {2017},',
      '  month = jun,',
      '  doi = {10.48550/arXiv.1706.03762},',
      '  url = {https://arxiv.org/abs/1706.03762},',
      '  eprint = {1706.03762},',
      '  archiveprefix = {arXiv},',
      '  primaryclass = {cs.CL},',
      String.raw`  abstract = {We dim 100\% of lamps and save energy \& time.},`,
      String.raw`  keywords = {to read, a b, x/y, \#1984, m n},`,
      '}',
      '',
    ].join('\n'),
  );
});

describe('batches', () => {
  test('are parted by empty lines, as papers are', async () => {
    const one = await written(bibtex, SAMPLES, {}, 1);
    expect(await written(bibtex, SAMPLES, {}, 100)).toBe(one);
    expect(one.split('\n\n@')).toHaveLength(SAMPLES.length);
  });

  test('of nothing give an empty file', async () => {
    expect(await written(bibtex, [])).toBe('');
  });
});

test('every text that a record can have leaves the braces balanced', async () => {
  await fc.assert(
    fc.asyncProperty(
      exportedPaper,
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      async (paper, odd, ascii) => {
        const text = await written(bibtex, [{ paper: { ...paper, note: odd }, key: 'key' }], { ascii });
        expect(depths(text)).toEqual({ bibtex: 0, tex: 0 });
        expect(text.match(/^@/gm)).toHaveLength(1);
        expect(text.isWellFormed()).toBe(true);
      },
    ),
  );
});

/** Where the braces end: as BibTeX counts them, and as TeX does; NaN if one closes what is not open. */
function depths(text: string): { bibtex: number; tex: number } {
  const depthOf = (signs: string) => {
    let depth = 0;
    for (const sign of signs) {
      if (sign === '{') depth++;
      if (sign === '}') depth = depth === 0 ? Number.NaN : depth - 1;
    }
    return depth;
  };
  return { bibtex: depthOf(text), tex: depthOf(text.replace(/\\[\s\S]/g, '')) };
}
