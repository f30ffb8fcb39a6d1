import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { FORMATS } from '@/utils/formats';
import { markdownNotes } from '@/utils/formats/markdown-notes/markdown-notes';
import type { Entry } from '@/utils/formats/parts/format';
import { MOST_FILES } from '@/utils/formats/parts/zip-stream';
import type { ExportedPaper } from '@/utils/paper/schema';
import { anyPaper } from '../any-paper';
import { absent, isInstalled } from '../judges';
import { writtenBytes } from '../written';

const paper = (fields: Partial<ExportedPaper>) => filePaper({ id: 'title:a', identifiers: {}, ...fields });
const entry = (fields: Partial<ExportedPaper>, key = 'berg2020'): Entry => ({ paper: paper(fields), key });

async function notesOf(...entries: Entry[]): Promise<Record<string, string>> {
  const files = unzipSync(await writtenBytes(markdownNotes, entries));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** A note's properties, as two readers of YAML agree on them, and its body. */
function parts(note = ''): { properties: Record<string, unknown>; body: string } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(note) ?? [];
  const properties = parse(yaml);
  expect(load(yaml)).toEqual(properties);
  return { properties, body };
}

test('a paper is one note with its properties, its abstract and what the person wrote', async () => {
  const notes = await notesOf(
    entry({
      ...{ title: 'A: B — "C" #1', authors: ['Ada Byron', '张三'], publishedAt: '2017-06-12' },
      ...{ venue: 'NeurIPS 2017', identifiers: { arxiv: '1706.03762', openreview: 'x' } },
      ...{ abstract: 'One <b>of</b>\n\n# two', note: '- mine\n\n*yes*', tags: ['to read', 'x/y', '1984'] },
      ...{ status: 'reading', starred: true },
    }),
  );
  expect(Object.keys(notes)).toEqual(['A B — C 1.md']); // W24
  const { properties, body } = parts(notes['A B — C 1.md']);
  expect(properties).toEqual({
    title: 'A: B — "C" #1',
    aliases: ['A: B — "C" #1'],
    citekey: 'berg2020',
    authors: ['Ada Byron', '张三'],
    ...{ year: 2017, date: '2017-06-12', type: 'conference', venue: 'NeurIPS 2017' },
    ...{ arxiv: '1706.03762', identifiers: ['openreview:x'], url: 'https://arxiv.org/abs/1706.03762' },
    tags: ['to-read', 'x/y', '_1984'],
    ...{ status: 'reading', starred: true, saved: '2026-09-28' },
  });
  expect(body).toBe(
    '\n# A: B — "C" \\#1\n\n## Abstract\n\nOne of\n\n\\# two\n\n## Note\n\n- mine\n\n*yes*\n',
  );
});

describe('properties', () => {
  test.each<[string, Partial<ExportedPaper>, object]>([
    [
      'W1 a preprint',
      { identifiers: { arxiv: '1706.03762' } },
      {
        ...{ type: 'preprint', arxiv: '1706.03762', doi: '10.48550/arXiv.1706.03762' },
        url: 'https://arxiv.org/abs/1706.03762',
      },
    ],
    ['W15 a year', { publishedAt: '2023' }, { year: 2023 }],
    ['W15 a month', { publishedAt: '2023-01' }, { year: 2023, month: '2023-01' }],
    ['W9 a DOI', { identifiers: { doi: '10.1/a_b' } }, { doi: '10.1/a_b', url: 'https://doi.org/10.1/a_b' }],
  ])('%s', async (_, fields, expected) => {
    const notes = await notesOf(entry({ title: 'A', ...fields }));
    const rest = { title: 'A', citekey: 'berg2020', status: 'unread', starred: false, saved: '2026-09-28' };
    expect(parts(notes['A.md']).properties).toEqual({ type: 'other', ...rest, ...expected });
  });
});

test('W25 fifty papers of one title, and names that Windows does not take', async () => {
  const titles = [...Array(50).fill('Editorial'), 'a', 'A', 'con', 'x'.repeat(300), ''];
  const names = Object.keys(await notesOf(...titles.map((title) => entry({ title }))));
  expect(names).toHaveLength(titles.length);
  expect(names.slice(-5)).toEqual(['a.md', 'A 2.md', '_con.md', `${'x'.repeat(120)}.md`, 'berg2020.md']);
});

test('a paper without title and key goes by its id', async () => {
  expect(Object.keys(await notesOf(entry({}, '')))).toEqual(['title a.md']);
});

test('of any papers each has its note, which both readers of YAML read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
      const notes = Object.values(await notesOf(...papers.map((one) => ({ paper: one, key: 'key' }))));
      expect(notes).toHaveLength(papers.length);
      for (const note of notes)
        expect(parts(note).properties).toMatchObject({ citekey: 'key', starred: expect.any(Boolean) });
    }),
    { numRuns: runs(600) },
  );
});

test('the menu knows how many notes a zip can have', () => {
  expect(FORMATS.find(({ id }) => id === 'markdown-notes')?.most).toBe(MOST_FILES);
});

test('no papers are an empty zip', async () => {
  expect(await notesOf()).toEqual({});
});

test.skipIf(!isInstalled('unzip'))(`unzip finds no error${absent('unzip')}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
  try {
    const entries = ['Lanterns', '状態', 'con', ''].map((title) => entry({ title, note: 'x'.repeat(5000) }));
    writeFileSync(join(folder, 'notes.zip'), await writtenBytes(markdownNotes, entries));
    const { status, stdout } = spawnSync('unzip', ['-t', join(folder, 'notes.zip')], { encoding: 'utf8' });
    expect(stdout.match(/ OK$/gm)).toHaveLength(4);
    expect(stdout).toContain('No errors detected');
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
