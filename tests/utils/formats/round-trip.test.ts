/** What leaves a library comes back: export, import into an empty library, export again. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importStaged, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { preview } from '@/storage/import/preview';
import { exportedLibrary, paperCard } from '@/tests/arbitraries';
import { runs } from '@/tests/long';
import { at, card, daysAfter } from '@/tests/storage/cards';
import { exportedText } from '@/tests/storage/export/exported-text';
import { allStaged, BATCH, everything, stageFile, withDatabase } from '@/tests/storage/open-database';
import { writeJson } from '@/utils/formats/json/json';
import { readJson } from '@/utils/formats/json/read-json';
import { ExportFile, type PaperCard } from '@/utils/paper/schema';

const NOW = '2026-10-02T08:00:00.000Z';
const RUNS = { numRuns: runs(60) };
const nobody = () => {};

async function exported(db: OffprintDatabase): Promise<string> {
  return exportedText(db, NOW);
}

/** Imports a file and answers with its journal entry. */
async function take(db: OffprintDatabase, text: string, now: string): Promise<number | undefined> {
  const reading = readJson(text);
  expect(reading?.refused).toEqual([]);
  await stageFile(db, reading?.papers ?? []);
  return importStaged(db, await allStaged(db), now);
}

/** The file restores what it says, and importing it again changes nothing. */
async function comesBack(text: string): Promise<void> {
  expect(ExportFile.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  await withDatabase(async (db) => {
    await take(db, text, at(1));
    expect(await exported(db)).toBe(text);
    await changesNothing(db, text);
  });
}

/** A library does not change by importing its own export. */
async function changesNothing(db: OffprintDatabase, text: string): Promise<void> {
  const before = await everything(db);
  await stageFile(db, readJson(text)?.papers ?? []);
  expect(await preview(db, BATCH, nobody)).toMatchObject({ new: { count: 0 }, merged: { count: 0 } });
  expect(await importStaged(db, await allStaged(db), at(2))).toBeUndefined();
  expect(await everything(db)).toEqual(before);
}

describe('a library that is exported and imported into an empty one', () => {
  test('is exported again with the same bytes, whatever papers it holds', async () => {
    await fc.assert(
      fc.asyncProperty(exportedLibrary, (papers) => comesBack(writeJson(papers, NOW))),
      RUNS,
    );
  });

  test('is exported again with the same bytes, whatever cards were saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paperCard, { maxLength: 6 }), (cards) => savedComesBack(cards)),
      RUNS,
    );
  });

  const sharing = fc
    .record(
      {
        arxiv: fc.constantFrom('2609.00001', '2609.00002v2'),
        doi: fc.constantFrom('10.1234/a', '10.1234/B'),
        title: fc.constantFrom('Lanterns over a quiet harbour', 'Salt and silence in winter', 'Editorial'),
        abstract: fc.constantFrom('Light.', 'Light on water.'),
        embedded: fc.constantFrom<string[]>(['title'], ['abstract']),
        listing: fc.constantFrom('https://huggingface.co/papers/date/2026-09-28', 'https://a.example/'),
      },
      { requiredKeys: ['listing'] },
    )
    .map(({ arxiv, doi, ...fields }) =>
      card({
        ...fields,
        authors: ['Ada Byron'],
        identifiers: { ...(arxiv && { arxiv }), ...(doi && { doi }) },
      }),
    );

  test('is exported again with the same bytes when its cards shared keys', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sharing, { maxLength: 8 }), (cards) => savedComesBack(cards)),
      { numRuns: runs(200) },
    );
  });

  test('is exported again with the same bytes though the title of two papers is one', async () => {
    const title = 'Lanterns over a quiet harbour';
    await savedComesBack([
      card({ title, authors: ['Ada Byron'] }),
      card({ title, authors: ['Grace Hopper'] }),
      card({ title: 'Editorial' }),
      card({ title: 'Editorial', abstract: 'Another one.' }),
    ]);
  });

  test('is exported again with the same bytes though two of its papers have come to look like one', async () => {
    const title = 'Lanterns over a quiet harbour';
    const identifiers = { arxiv: '2609.00001' };
    await savedComesBack([
      card({ title, authors: ['Ada Byron'] }),
      card({ title, authors: ['Grace Hopper'], identifiers }),
      card({ authors: ['Ada Byron'], identifiers }),
    ]);
  });
});

/** One card a day; those that cannot be named are passed over. */
async function savedComesBack(cards: readonly PaperCard[]): Promise<void> {
  await withDatabase(async (db) => {
    for (const [index, one] of cards.entries())
      await saveCards(db, [one], daysAfter(index)).catch((error) => {
        if (failureCode(error) !== 'unnamed') throw error;
      });
    const text = await exported(db);
    await changesNothing(db, text);
    await comesBack(text);
  });
}
