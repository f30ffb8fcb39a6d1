import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { markdownNotes } from '@/utils/formats/markdown-notes/markdown-notes';
import { readNotes } from '@/utils/formats/markdown-notes/read-notes';
import type { Entry } from '@/utils/formats/parts/format';
import { titleText } from '@/utils/formats/parts/shown-text';
import { SourceFile } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import { anyPaper } from '../any-paper';
import { writtenBytes } from '../written';

const read = (bytes: Uint8Array, name = 'notes.zip') => readNotes(new SourceFile(bytes, name));
const readBack = async (entries: Entry[]) => read(await writtenBytes(markdownNotes, entries));

test('our notes come back as far as they say', async () => {
  const paper = filePaper({
    ...{ id: 'title:a', title: 'A: B — "C" #1', authors: ['Ada Byron', '张三'], publishedAt: '2017-06' },
    ...{ venue: 'NeurIPS 2017', volume: '3', identifiers: { arxiv: '1706.03760', openreview: 'x' } },
    ...{ abstract: 'One\n\n# two', note: '- mine\n\n## Note\n\n*yes*', tags: ['to read', 'x/y', '1984'] },
    ...{ status: 'reading', starred: true, code: 'https://github.com/a/b', isbn: ['978-3-16-148410-0'] },
  });
  expect((await readBack([{ paper, key: 'byron2017' }]))?.entries).toEqual([
    {
      card: {
        ...{
          site: 'markdown',
          title: 'A: B — "C" #1',
          authors: ['Ada Byron', '张三'],
          publishedAt: '2017-06',
        },
        ...{ venue: 'NeurIPS 2017', volume: '3', type: 'conference', isbn: ['978-3-16-148410-0'] },
        ...{ identifiers: { arxiv: '1706.03760', openreview: 'x' }, code: 'https://github.com/a/b' },
        ...{ abstract: 'One\n\n# two', url: 'https://arxiv.org/abs/1706.03760' },
      },
      ...{ tags: ['to-read', 'x/y', '_1984'], note: '- mine\n\n## Note\n\n*yes*', key: 'byron2017' },
      ...{ status: 'reading', starred: true, savedAt: '2026-09-28T00:00:00.000Z', place: 1 },
    },
  ]);
});

test('notes of any papers are read, with their titles, people and marks', async () => {
  await fc.assert(
    fc.asyncProperty(anyPaper, async (any) => {
      const paper = { ...any, title: `T${any.title ?? ''}`, authors: ['Ada', ...any.authors] };
      const [entry] = (await readBack([{ paper, key: 'k' }]))?.entries ?? [];
      PaperCard.parse(entry?.card);
      expect(oneLine(entry?.card.title ?? '')).toBe(titleText(paper.title));
      expect(entry?.card.authors?.map(oneLine)).toEqual(paper.authors.map(oneLine).filter(Boolean));
      expect([entry?.starred, entry?.status]).toEqual([
        any.starred || undefined,
        any.status === 'unread' ? undefined : any.status,
      ]);
    }),
    { numRuns: runs(100) },
  );
});

test('one note is a file, too', () => {
  const text = '---\ntitle: A\ndoi: 10.1000/a\n---\nMine\n';
  expect(read(strToU8(text), 'folder/Lamp.md')?.entries).toEqual([
    {
      card: { site: 'markdown', title: 'A', identifiers: { doi: '10.1000/a' } },
      ...{ note: 'Mine', place: 1, line: 1 },
    },
  ]);
  expect(read(strToU8('Good morning'), 'a.md')).toBeUndefined();
});

test('what is no note about a paper is refused by its name; pictures are passed over', () => {
  const zip = zipSync({
    'a/Diary.md': strToU8('Today'),
    'a/x.png': strToU8('x'),
    'b/Lamp.md': strToU8('---\ndoi: 10.1000/a\n---\n'),
  });
  const reading = read(zip);
  expect(reading?.refused).toEqual([{ place: 1, title: 'Diary', reason: 'unnamed' }]);
  expect(reading?.entries).toMatchObject([{ card: { title: 'Lamp' }, place: 2 }]);
  expect(read(zipSync({ 'x.png': strToU8('x') }))).toBeUndefined();
});

test('a file with a password says so', () => {
  const zip = zipSync({ 'a.md': strToU8('---\ndoi: 10.1000/a\n---\n') });
  zip[Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8] = 1;
  expect(read(zip)).toMatchObject({
    problem: 'encrypted',
    entries: [],
    refused: [{ place: 1, title: 'a', reason: 'notARecord' }],
  });
});

test('a note that would fill the memory is not unpacked', () => {
  const start = process.cpuUsage();
  const bomb = zipSync({
    'a.md': new Uint8Array(100_000_000),
    'b.md': strToU8('---\ndoi: 10.1000/a\n---\n'),
  });
  const reading = read(bomb);
  expect([reading?.entries?.length, reading?.refused.length]).toEqual([1, 1]);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20);
});
