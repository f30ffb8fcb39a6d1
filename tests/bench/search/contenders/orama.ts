/** Orama with what it saves in IndexedDB. */
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import { PAPER_FIELDS, type PaperField } from '@/storage/search/families/papers-index';
import { fieldText } from '@/utils/paper/searched-texts';
import { Clock, LIMIT, type Open, type Prepare } from './contender';
import { keep, kept } from './snapshots';

const SCHEMA = Object.fromEntries(PAPER_FIELDS.map((field) => [field, 'string'])) as Record<
  PaperField,
  'string'
>;
const BOOST = { title: 3, authors: 2, tags: 2 };

export const prepare: Prepare = async (papers, batches, deadline) => {
  const clock = new Clock(deadline);
  const index = create({ schema: SCHEMA });
  for (const batch of batches()) {
    const rows = batch.map(({ paper }) => ({
      id: paper.id,
      ...Object.fromEntries(PAPER_FIELDS.map((field) => [field, fieldText(paper, field)])),
    }));
    await clock.run(async () => void (await insertMultiple(index, rows, rows.length)));
  }
  const raw = await clock.run(() => save(index));
  await clock.run(() => keep(`orama-${papers}`, raw)); // as JSON, 100,000 papers are too long for a string
  return { ms: clock.ms, bytes: Number.NaN };
};

export const open: Open = async (papers) => {
  const index = create({ schema: SCHEMA });
  load(index, await kept<RawData>(`orama-${papers}`));
  async function find(term: string, tolerance: number): Promise<string[]> {
    const { hits } = await search(index, { term, tolerance, threshold: 0, limit: LIMIT, boost: BOOST });
    return hits.map(({ document }) => document.title);
  }
  return { find: (query) => find(query, 0), fuzzy: (query) => find(query, 1) };
};
