/** The library of made-up papers, written at once or as a person saves them. */

import { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { libraryName } from './contenders/contender';
import { GROUP, type Made, makePaper } from './papers.mjs';

const BATCH = 1000;
const INDEX_TABLES = ['segments', 'chunks', 'deletions', 'index'];

/** What saving in steps has cost. */
export interface Saved {
  papers: number;
  /** Bytes that were written for the index in all. */
  written: number;
  ms: number;
}

/** Writes all papers, in place of what was there. */
export async function fillLibrary(papers: number): Promise<void> {
  const db = new OffprintDatabase(libraryName(papers));
  await db.delete();
  await db.open();
  await write(db, 0, papers, papers, BATCH);
  db.close();
}

/**
 * Writes all papers ten at a time, as “Save all” does, and lets the index catch up after each ten; what the deadline
 * leaves over is written at once.
 */
export async function saveInSteps(papers: number, deadline: number): Promise<Saved> {
  const db = new OffprintDatabase(libraryName(papers));
  await db.delete();
  const counted = countWritten(db);
  await db.open();
  const start = performance.now();
  let saved = 0;
  for (; saved < papers && performance.now() < deadline; saved += GROUP) {
    await write(db, saved, Math.min(papers, saved + GROUP), papers, GROUP);
    await tendIndex(papersIndex(db));
  }
  const result = { papers: Math.min(saved, papers), written: counted.bytes, ms: performance.now() - start };
  await write(db, saved, papers, papers, BATCH);
  db.close();
  return result;
}

async function write(db: OffprintDatabase, from: number, to: number, papers: number, batch: number) {
  for (let next = from; next < to; next += batch) {
    const made: Made[] = [];
    for (let index = next; index < Math.min(next + batch, to); index++) made.push(makePaper(index, papers));
    const last = made.at(-1)?.paper.revision ?? 0;
    await db.transaction('rw', db.papers, db.sightings, db.settings, async () => {
      await db.papers.bulkPut(made.map(({ paper }) => paper));
      await db.sightings.bulkPut(made.map(({ sighting }) => sighting));
      await db.settings.bulkPut([
        { name: 'revision', value: last },
        { name: 'papers', value: Math.min(next + batch, to) },
      ]);
    });
  }
}

/** Counts from now on what is put into the tables of the index: bytes as they are, the rest as its JSON. */
function countWritten(db: OffprintDatabase): { bytes: number } {
  const counted = { bytes: 0 };
  db.use({
    stack: 'dbcore',
    name: 'count-written',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        if (!INDEX_TABLES.includes(name)) return table;
        return {
          ...table,
          mutate(request) {
            if (request.type === 'put' || request.type === 'add') counted.bytes += sizeOf(request.values);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return counted;
}

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (value && typeof value === 'object')
    return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + sizeOf(inner), 2);
  return JSON.stringify(value)?.length ?? 0;
}
