import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportedPaper } from '@/tests/arbitraries';
import { runs } from '@/tests/long';
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

/** What could close a field, or open a formula or a command. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '\\',
        '$',
        '%',
        '"',
        '@',
        '#',
        '&',
        '|',
        ',',
        ' and ',
        '\n',
        '\\(',
        '\\)',
        '$$',
        '^{',
        '\\}',
      ],
      ...[
        '<i>',
        '</i>',
        '<sub>',
        '</sub>',
        'a',
        'AB',
        'é',
        'ế',
        '²',
        'α',
        '深',
        '\u0301',
        '\ud83d',
        '\udc00',
        '~',
      ],
      ...['\\"', '\\emph{', '\\input{x}', '\\frac{1}', '\\left\\{', '\\c', '{S}'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

test('no text closes its field or entry: braces are balanced', async () => {
  const fields = fc.record({
    title: hostile,
    abstract: hostile,
    venue: hostile,
    publisher: hostile,
    organization: hostile,
    pages: hostile,
    note: fc.oneof(hostile, fc.string({ unit: 'binary' })),
    authors: fc.array(hostile, { maxLength: 3 }),
    tags: fc.array(hostile, { maxLength: 2 }),
    parts: fc.record({ family: hostile, given: hostile, particle: hostile, suffix: hostile }),
    id: hostile,
  });
  await fc.assert(
    fc.asyncProperty(exportedPaper, fields, fc.boolean(), async (paper, { parts, id, ...rest }, ascii) => {
      const told = { nameParts: { x: parts }, editors: ['x'], identifiers: { doi: id, arxiv: id } };
      for (const odd of [paper, { ...paper, ...rest, ...told }]) {
        const text = await written(bibtex, [{ paper: odd, key: 'key' }], { ascii });
        expect(depths(text)).toEqual({ bibtex: 0, tex: 0 });
        expect(text.match(/^@/gm)).toHaveLength(1);
        expect(text.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: runs(1200) },
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
