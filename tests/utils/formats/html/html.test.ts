// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportedPaper } from '@/tests/arbitraries';
import { LONG } from '@/tests/long';
import { drawPaper, paperData } from '@/utils/formats/html/draw-paper';
import { html } from '@/utils/formats/html/html';
import { written } from '../written';
import { entry } from './papers';

/** The elements that our templates have. Whatever a text says, there are no others. */
const TAGS = new Set(
  'HTML HEAD META TITLE STYLE BODY HEADER H1 P TIME DIV INPUT LABEL SELECT OPTION BUTTON MAIN UL LI H2 A SPAN BDI DETAILS SUMMARY SCRIPT'.split(
    ' ',
  ),
);

describe('the file', async () => {
  const text = await written(html, [
    entry({ id: 'title:old', title: 'Old', savedAt: '2026-09-01T00:00:00.000Z' }),
    entry({ id: 'title:b', title: 'B' }),
    entry({ id: 'title:new', title: 'New', savedAt: '2026-10-02T00:00:00.000Z' }),
    entry({ id: 'title:a', title: 'A' }),
  ]);

  test('has the newest papers first, readable without its script', () => {
    const titles = [...text.matchAll(/data-field="title">([^<]*)</g)].map(([, title]) => title);
    expect(titles).toEqual(['New', 'A', 'B', 'Old']);
  });

  test('has style and script in it, and no address of anything to load', () => {
    expect(/<style>([\s\S]*?)<\/style>/.exec(text)?.[1]).toContain('--accent');
    expect(/<script>([\s\S]*?)<\/script>/.exec(text)?.[1]?.length).toBeGreaterThan(10_000);
    expect(text).not.toMatch(/\bsrc=|<link|@import|url\(/);
    expect(text.match(/<script/g)).toHaveLength(2);
  });
});

test('a file without papers is a page, too', async () => {
  const text = await written(html, []);
  expect(text).toContain('<h1>0 papers</h1>');
  expect(text).toContain('id="data">[]</script>');
});

test('whatever papers say: their data comes back equal, and no element is ours but those that we wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(exportedPaper, { maxLength: 4 }), async (papers) => {
      const text = await written(
        html,
        papers.map((paper) => ({ paper, key: '' })),
      );
      expect(text.isWellFormed()).toBe(true);
      const [, json = ''] = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(text) ?? [];
      const sorted = papers.toSorted(
        (a, b) => Number(a.savedAt < b.savedAt) - Number(a.savedAt > b.savedAt) || (a.id < b.id ? -1 : 1),
      );
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(sorted.map(paperData))));
      const list = text.slice(text.indexOf('<ul id="papers"'), text.indexOf('</main>'));
      const page = new DOMParser().parseFromString(list, 'text/html');
      const names = [...page.querySelectorAll('*')].map(({ tagName }) => tagName);
      expect(names.filter((name) => !TAGS.has(name))).toEqual([]);
      expect(names.filter((name) => name === 'H2').length).toBe(papers.length);
      expect(list.match(/<script/gi)).toBeNull();
      expect([...page.querySelectorAll('a')].filter(({ href }) => !/^https?:/i.test(href))).toEqual([]);
    }),
    { numRuns: LONG ? 1000 : 60 },
  );
});

test('a paper of nothing but signs of HTML stays one paper', () => {
  const evil = '</li></ul></main></script><script>alert(1)</script><!--<img src=x onerror=alert(1)>';
  const { html: row } = drawPaper(
    entry({ title: evil, abstract: evil, authors: [evil], venue: evil, tags: [evil], note: evil }).paper,
  );
  expect(row.match(/<\/?(?:li|ul|main|script|img)\b/g)).toEqual(['<li', '</li']);
});
