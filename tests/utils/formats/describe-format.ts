/** What holds for every format, with the files in `tests/fixtures/formats/` that are called as it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONG, runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { FORMATS, IMPORT_FORMATS } from '@/utils/formats';
import type { Format, FormatModule } from '@/utils/formats/parts/format';
import { SourceFile } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { anyPaper, anyText } from './any-paper';
import { CONTEXT } from './context';
import { written } from './written';

const FOLDER = 'tests/fixtures/formats';
const OTHERS = [
  ['nothing', ''],
  ['copied-text', 'Good morning'],
  ['csl-json', '[{"type":"book","title":"A"}]'],
  ['bibtex', '@misc{a, title={A}}'],
  ['ris', 'TY  - JOUR\nTI  - A\nER  - \n'],
] as const;
/** Places at which a file is cut. */
const CUTS = LONG ? 100 : 20;
const SAMPLE = [
  filePaper({ id: 'doi:10.1000/lamp.1', title: 'Lanterns over a quiet harbour', authors: ['Maria Glas'] }),
  filePaper({ id: 'doi:10.1000/lamp.2', title: 'Oil', publishedAt: '2026-01', tags: ['draught'] }),
].map((paper, index) => ({ paper, key: `glas${index}` }));

export function describeFormat(id: string): void {
  const format = FORMATS.find((one) => one.id === id);
  if (!format) throw new Error(`there is no format ${id}`);
  if (format.does !== 'writes') describe('reading', () => describeReading(format));
  if (format.does !== 'reads') describe('writing', () => describeWriting(format));
}

function describeReading({ id, extensions: [ending], load }: Format): void {
  const path = `${FOLDER}/${id}.${ending}`;
  const answer = `${FOLDER}/${id}.expected.json`;
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.from('');
  const entriesIn = async (content: Uint8Array) =>
    (await reader(await load())(new SourceFile(content, `a.${ending}`), CONTEXT))?.entries;

  test('the file gives the entries that are written beside it', async () => {
    expect(bytes.length, `write ${path}`).toBeGreaterThan(0);
    expect(existsSync(answer), `write ${answer}`).toBe(true);
    expect(await entriesIn(bytes)).toEqual(JSON.parse(readFileSync(answer, 'utf8')));
  });

  test('how far it is, is told', async () => {
    const shares: number[] = [];
    const onShare = (share: number) => shares.push(share);
    await reader(await load())(new SourceFile(bytes, `a.${ending}`), { ...CONTEXT, onShare });
    expect(shares.at(-1), 'hand `onShare` on to linesOf, or to sharesOf').toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('the worker takes its cards', async () => {
    for (const { card } of (await entriesIn(bytes)) ?? []) expect(PaperCard.parse(card)).toEqual(card);
  });

  test('no other format reads the file before it', async () => {
    for (const other of IMPORT_FORMATS) {
      if (!(await (await other.load()).read?.(new SourceFile(bytes), CONTEXT))) continue;
      expect(other.id, `${other.id} takes it first: add "first" to ${id}, or tell them apart`).toBe(id);
      return;
    }
    expect.fail('no format reads it');
  });

  test('files of other formats are left to them', async () => {
    const others = readdirSync(FOLDER).filter(
      (name) => !name.startsWith(`${id}.`) && !/expected\.json$/.test(name),
    );
    for (const name of others)
      expect(await entriesIn(readFileSync(`${FOLDER}/${name}`)), name).toBeUndefined();
    for (const [other, text] of OTHERS)
      if (other !== id) expect(await entriesIn(Buffer.from(text)), text).toBeUndefined();
  });

  test('cut anywhere it breaks nothing, and no entry before the cut is another', async () => {
    const whole = (await entriesIn(bytes)) ?? [];
    for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / CUTS)) {
      const some = (await entriesIn(bytes.subarray(0, end))) ?? [];
      expect(some.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, some.length - 1)));
    }
  });

  test('any text behind its beginning gives sound cards', async () => {
    const begins = bytes.toString().slice(0, 200);
    const property = fc.asyncProperty(fc.array(anyText, { maxLength: 10 }), async (texts) => {
      for (const { card } of (await entriesIn(Buffer.from(begins + texts.join('\n')))) ?? [])
        PaperCard.parse(card);
    });
    await fc.assert(property, { numRuns: runs(1000) });
  });
}

function describeWriting({ id, extensions: [ending], load }: Format): void {
  const answer = `${FOLDER}/${id}.written.${ending}`;

  test('the sample papers are written as the file has them', async () => {
    expect(existsSync(answer), `write ${answer}`).toBe(true);
    expect(await written(await load(), SAMPLE)).toBe(readFileSync(answer, 'utf8'));
  });

  test('any papers become whole characters', async () => {
    const property = fc.asyncProperty(fc.array(anyPaper, { maxLength: 3 }), async (papers) => {
      const text = await written(
        await load(),
        papers.map((paper) => ({ paper, key: 'a' })),
      );
      expect(text.isWellFormed()).toBe(true);
    });
    await fc.assert(property, { numRuns: runs(1000) });
  });
}

function reader({ read }: FormatModule): NonNullable<FormatModule['read']> {
  if (!read) throw new Error('it is only written');
  return read;
}
