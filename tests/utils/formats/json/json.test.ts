import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, paper, sighting } from '@/tests/arbitraries';
import { storedPaper } from '@/tests/storage/papers';
import { written } from '@/tests/utils/formats/written';
import { json, writeJson } from '@/utils/formats/json/json';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import { order } from '@/utils/order';
import { ExportFile, type Paper, type Sighting } from '@/utils/paper/schema';

const NOW = '2026-10-02T08:00:00.000Z';
const BARE = storedPaper({ id: 'arxiv:2609.12345' });

const library = fc.uniqueArray(fc.tuple(paper, fc.array(sighting, { maxLength: 3 })), {
  selector: ([{ id }]) => id,
  maxLength: 5,
});

function exported(rows: readonly (readonly [Paper, readonly Sighting[]])[], at = NOW): string {
  return writeJson(
    rows.map(([one, seen]) => exportPaper(one, seen)),
    at,
  );
}

test('in batches it is written as at once', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.integer({ min: 1, max: 6 }), async (rows, size) => {
      const papers = rows.map(([one, seen]) => exportPaper(one, seen)).sort((a, b) => order(a.id, b.id));
      const entries = papers.map((paper) => ({ paper, key: '' }));
      expect(await written(json, entries, { exportedAt: NOW }, size)).toBe(exported(rows));
    }),
  );
});

describe('the file', () => {
  test('of an empty library is one too', () => {
    expect(JSON.parse(exported([]))).toStrictEqual({
      format: 'offprint-library',
      version: 2,
      exportedAt: NOW,
      papers: [],
    });
  });

  test('comes back from JSON as it was, and is what the schema describes', () => {
    fc.assert(
      fc.property(library, moment, (rows, at) => {
        const file = JSON.parse(exported(rows, at));
        expect(ExportFile.safeParse(file).error?.issues ?? []).toEqual([]);
        const papers = rows.map(([one, seen]) => exportPaper(one, seen));
        expect(file.papers).toHaveLength(papers.length);
        expect(file.papers).toEqual(expect.arrayContaining(papers));
        expect(file.exportedAt).toBe(at);
      }),
    );
  });

  test('is the same for the same library in any order', () => {
    const shuffled = library.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(exported(other)).toBe(exported(rows));
        const ids: string[] = JSON.parse(exported(rows)).papers.map(({ id }: Paper) => id);
        expect(ids).toEqual([...ids].sort());
      }),
    );
  });

  test('has a line for each paper, so that versions of it can be compared', () => {
    const rows = ['a', 'b'].map((id) => [{ ...BARE, id, note: 'one\ntwo' }, []] as const);
    const lines = exported(rows).split('\n');
    expect(lines).toHaveLength(1 + rows.length + 2);
    expect(lines.at(-1)).toBe('');
  });
});
