/** The equality contract: what segments find is what a new MiniSearch over the surviving papers finds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { grow, type MemorySegment, merged, oracle, search, words } from '../memory-index';

/** No two have the same stem or swapped letters: MiniSearch knows neither. */
const WORDS = [
  'deep',
  'deeper',
  'depp',
  'learning',
  'learner',
  'state-space',
  'statespace',
  'GPT-4',
  'Qwen2.5',
  'qwen-2.5',
  'π0.5',
  'gpt4',
  'α',
  'alpha',
  'Müller',
  '状態空間',
  '2401.12345',
  'of',
  'lantern',
  'lanternfish',
  'latern',
  'a',
  'ab',
  'abc',
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((parts) => parts.join(' '));
const paper = fc.record({
  number: fc.nat(30),
  title: text,
  abstract: text,
  authors: fc.array(fc.constantFrom('Ada Byron', 'Émile Müller'), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('deep learning', 'α'), { maxLength: 2 }),
  note: text,
  organization: fc.constantFrom('', 'Deep Learner Lab', 'Müller'),
  venue: fc.constantFrom('', 'Lantern 2025', 'State-Space Learning'),
  editors: fc.array(fc.constantFrom('Ada Byron', 'Deep Müller'), { maxLength: 2 }),
  submitter: fc.constantFrom('', 'ab', 'Émile Lantern'),
});
const library = fc.array(fc.uniqueArray(paper, { selector: ({ number }) => number, maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
});
const query = fc
  .array(
    fc.constantFrom(...WORDS, 'lan', 'le', '2401.12', 'qwen2', '2.5', 'deepest', 'lerning', '空', 'arxiv'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(' '));

async function agrees(segments: MemorySegment[], live: Paper[], wanted: string): Promise<void> {
  const judge = oracle(live, sightingsOf(live));
  for (const fuzzy of [false, true]) {
    const found = await search(segments, words(wanted), { fuzzy });
    const expected = judge(wanted, fuzzy);
    expect(new Set(found.top.map(({ id }) => id))).toEqual(new Set(expected.keys()));
    expect(found.total).toBe(expected.size);
    let last = { id: '', key: Number.POSITIVE_INFINITY };
    for (const hit of found.top) {
      expect(Math.abs(hit.key - (expected.get(hit.id) ?? 0))).toBeLessThan(1e-9);
      expect(hit.key < last.key || (hit.key === last.key && hit.id > last.id)).toBe(true);
      last = hit;
    }
  }
}

const history = fc.record({ parts: library, gone: fc.uniqueArray(fc.nat(30), { maxLength: 6 }), query });

function papersOf(
  parts: {
    number: number;
    title: string;
    abstract: string;
    authors: string[];
    tags: string[];
    note: string;
    organization: string;
    venue: string;
    editors: string[];
    submitter: string;
  }[][],
): Paper[][] {
  return parts.map((part) =>
    part.map(({ number, submitter, ...fields }) => {
      const paper = storedPaper({ id: `a:${number}`, ...fields });
      const sighting = { paper: paper.id, url: 'https://a.example/', seenAt: '', submitter };
      seen.set(paper, { ...sighting, site: number % 3 === 0 ? 'acl-anthology' : 'arxiv' });
      return paper;
    }),
  );
}

/** Where each version of a paper was seen. */
const seen = new WeakMap<Paper, Sighting>();

function sightingsOf(papers: readonly Paper[]): Sighting[] {
  return papers.flatMap((paper) => seen.get(paper) ?? []);
}

describe('segments agree with MiniSearch', () => {
  test('whatever was saved, replaced and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ parts, gone, query }) => {
        const { segments, live } = grow(
          papersOf(parts),
          new Set(gone.map((number) => `a:${number}`)),
          sightingsOf,
        );
        await agrees(segments, live, query);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('after they were merged, in one go or in interrupted steps', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.boolean(), async ({ parts, gone, query }, interrupt) => {
        const { segments, live } = grow(
          papersOf(parts),
          new Set(gone.map((number) => `a:${number}`)),
          sightingsOf,
        );
        const half = Math.ceil(segments.length / 2);
        const some = await merged(segments.slice(0, half), interrupt);
        await agrees([some, ...segments.slice(half)], live, query);
        await agrees([await merged([some, ...segments.slice(half)], interrupt)], live, query);
      }),
      { numRuns: runs(1000) },
    );
  });
});
