// @vitest-environment happy-dom
import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { filePaper } from '@/tests/storage/papers';
import { markdown } from '@/utils/formats/markdown/markdown';
import { titleText } from '@/utils/formats/parts/shown-text';
import type { ExportedPaper } from '@/utils/paper/schema';
import { anyPaper, anyText } from '../any-paper';
import { written } from '../written';

const paper = (fields: Partial<ExportedPaper>) => filePaper({ id: 'title:a', identifiers: {}, ...fields });
const write = (...papers: ExportedPaper[]) =>
  written(
    markdown,
    papers.map((one) => ({ paper: one, key: '' })),
  );

test.each<[string, Partial<ExportedPaper>, string]>([
  [
    'all that a paper says',
    {
      ...{ title: 'Lanterns [v2]', authors: ['Ada Byron', 'King Jr.'], venue: 'Optics *Letters*' },
      ...{ publishedAt: '2023-01-05', identifiers: { arxiv: '2301.00001' } },
      ...{ tags: ['to read', '#x'], note: '# Mine\n\n- *good*' },
    },
    [
      String.raw`- [Lanterns \[v2\]](https://arxiv.org/abs/2301.00001)  `,
      String.raw`  Ada Byron, King Jr. *Optics \*Letters\**, 2023  `,
      String.raw`  Tags: to read, \#x`,
      '',
      '  > # Mine',
      '  >',
      '  > - *good*',
      '',
    ].join('\n'),
  ],
  ['a title alone', { title: '# Lanterns' }, '- \\# Lanterns\n'],
  ['only authors', { title: 'A', authors: ['King Jr.'] }, '- A  \n  King Jr.\n'],
  ['an author like a list', { title: 'A', authors: ['1. FC', '- x'] }, '- A  \n  1\\. FC, - x\n'],
  [
    'eleven authors',
    { title: 'A', authors: Array(11).fill('B') },
    `- A  \n  ${Array(10).fill('B').join(', ')} et al.\n`,
  ],
  ['no title', { url: 'https://a.example/' }, '- [https\\://a.example/](https://a.example/)\n'],
  ['nothing', {}, '- title:a\n'],
])('%s', async (_, fields, text) => {
  expect(await write(paper(fields))).toBe(text);
});

test('papers of any texts are each one point of a list, with their titles as text and their notes in a quote', async () => {
  const notMarkdown = anyPaper.map(({ note: _, ...rest }) => ({ ...rest, note: 'A note.' }));
  await fc.assert(
    fc.asyncProperty(fc.array(notMarkdown, { minLength: 1, maxLength: 3 }), async (papers) => {
      const html = marked.parse(await write(...papers), { async: false });
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const points = [...body.querySelectorAll('li')];
      expect([...body.children].map(({ localName }) => localName)).toEqual(['ul']);
      expect(points).toHaveLength(papers.length);
      for (const [at, point] of points.entries()) {
        expect(point.querySelectorAll('blockquote')).toHaveLength(1);
        const others = [...point.querySelectorAll('*')].map(({ localName }) => localName);
        expect(others.filter((name) => !['p', 'a', 'br', 'em', 'blockquote'].includes(name))).toEqual([]);
        expect(point.querySelectorAll('a').length).toBeLessThanOrEqual(1);
        const title = titleText(papers[at]?.title ?? '');
        expect(point.textContent?.replace(/\s+/g, ' ')).toContain(title);
      }
    }),
    { numRuns: 100 },
  );
});

test('any note stays in its quote', async () => {
  const notes = anyText.map((text) => `x${text.replaceAll('<', '')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(notes, { minLength: 1, maxLength: 3 }), async (all) => {
      const text = await write(...all.map((note) => paper({ title: 'Lanterns', note })));
      const { body } = new DOMParser().parseFromString(marked.parse(text, { async: false }), 'text/html');
      const points = [...body.querySelectorAll('body > ul > li')];
      expect(points).toHaveLength(all.length);
      for (const point of points)
        expect([...point.children].map(({ localName }) => localName)).toEqual(['p', 'blockquote']);
    }),
    { numRuns: 100 },
  );
});
