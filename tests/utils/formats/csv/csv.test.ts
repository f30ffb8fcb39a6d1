import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filePaper } from '@/tests/storage/papers';
import { csv } from '@/utils/formats/csv/csv';
import type { ExportedPaper } from '@/utils/paper/schema';
import { anyPaper, anyText } from '../any-paper';
import { written } from '../written';

/** The cells of a file, as RFC 4180 has them and nothing beyond it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [whole, quoted, bare] = /"((?:[^"]|"")*)"|([^",\r\n]*)/y[Symbol.match](text.slice(at)) ?? [];
      if (whole === undefined) throw new Error(`no cell at ${at}`);
      row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
      at += whole.length;
      if (text[at] !== ',') break;
      at++;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`a row ends badly at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

/** A cell as README.md says that it is read. */
function textOf(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function listOf(text: string): string[] {
  const values = text.match(/(?:\\[\s\S]|[^\\;])+/g) ?? [];
  return values.map((value, at) => value.slice(at > 0 ? 1 : 0).replace(/\\([\s\S])/g, '$1'));
}

/** What each paper's columns say. */
async function readBack(papers: readonly ExportedPaper[]): Promise<Record<string, string>[]> {
  const text = await written(
    csv,
    papers.map((paper) => ({ paper, key: '' })),
  );
  expect(text[0]).toBe('\ufeff');
  const [head = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(row.map((cell, at) => [head[at], textOf(cell)]));
  });
}

const paper = (fields: Partial<ExportedPaper>) => filePaper({ id: 'title:a', identifiers: {}, ...fields });

test('a paper has its cells under the header', async () => {
  const [row] = await readBack([
    paper({
      title: 'Lanterns, "quoted"',
      authors: ['Ada Byron', 'King; Jr.'],
      publishedAt: '2023-01-05',
      ...{ type: 'article', venue: 'Optics', volume: '3', issue: '4', pages: '1-9', publisher: 'Lamp Press' },
      identifiers: { acl: 'p18-1', arxiv: '2410.17954', doi: ['10.1/a', '10.2/b'], openreview: 'x' },
      ...{ primaryClass: 'cs.CL', url: 'https://arxiv.org/abs/2410.17954', abstract: 'One\n\nTwo' },
      ...{ tags: ['to read', 'b'], status: 'read', starred: true, note: '- mine', issn: ['1234-5679'] },
    }),
  ]);
  expect(row).toEqual({
    title: 'Lanterns, "quoted"',
    authors: String.raw`Ada Byron; King\; Jr.`,
    author_count: '2',
    date: '2023-01-05',
    ...{ type: 'article', venue: 'Optics', volume: '3', issue: '4', pages: '1-9', publisher: 'Lamp Press' },
    ...{ editors: '', organization: '', doi: '10.1/a; 10.2/b', arxiv: '2410.17954', arxiv_class: 'cs.CL' },
    ...{ identifiers: 'acl:p18-1; openreview:x', isbn: '', issn: '1234-5679' },
    ...{ url: 'https://arxiv.org/abs/2410.17954', code: '', project: '', abstract: 'One\n\nTwo' },
    ...{ tags: 'to read; b', status: 'read', starred: 'true', note: '- mine' },
    saved: '2026-09-28T06:00:00.000Z',
  });
});

test('the header alone is a file, too', async () => {
  expect(await written(csv, [])).toMatch(/^\ufefftitle,authors,[a-z_,]+,saved\r\n$/);
});

describe('formulas', () => {
  const cellOf = async (title: string) => {
    const text = await written(csv, [{ paper: paper({ title }), key: '' }]);
    return readCsv(text.slice(1))[1]?.[0];
  };

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'quoted'", "'quoted'"],
    ['a=1', 'a=1'],
    [' =1', ' =1'],
    ['', ''],
  ])('%j is the cell %j', async (title, cell) => {
    expect(await cellOf(title)).toBe(cell);
    expect(textOf(cell)).toBe(title);
  });

  test('no cell of any text begins one, and each is read back', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (title) => {
        const cell = (await cellOf(title)) ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(textOf(cell)).toBe(title.toWellFormed());
      }),
    );
  });
});

test('any papers are read back, text by text and list by list', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 3 }), async (papers) => {
      const rows = await readBack(papers);
      expect(
        rows.map((row) => [
          row.title,
          row.abstract,
          row.note,
          listOf(row.authors ?? ''),
          listOf(row.tags ?? ''),
        ]),
      ).toEqual(
        papers.map(({ title = '', abstract = '', note = '', authors, tags }) => [
          ...[title, abstract, note].map((text) => text.toWellFormed()),
          ...[authors, tags].map((texts) => texts.map((text) => text.toWellFormed())),
        ]),
      );
    }),
  );
});
