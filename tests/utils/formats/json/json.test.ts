import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, paper, sighting } from '@/tests/arbitraries';
import { written } from '@/tests/utils/formats/written';
import { exportPaper, PAPER_KEYS, SOURCE_KEYS } from '@/utils/formats/exported-paper';
import { json, writeJson } from '@/utils/formats/json/json';
import { order } from '@/utils/order';
import { ExportedPaper, ExportFile, type Paper, type Sighting, Source } from '@/utils/paper/schema';

const NOW = '2026-10-02T08:00:00.000Z';
const BARE: Paper = {
  id: 'arxiv:2609.12345',
  authors: [],
  identifiers: {},
  tags: [],
  status: 'unread',
  starred: false,
  savedAt: NOW,
  edited: [],
  origins: {},
  changedAt: {},
  revision: 7,
};
const SEEN: Sighting = { paper: BARE.id, site: 'b', url: 'https://b.example/', seenAt: NOW };

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

describe('the keys of an exported paper', () => {
  test.each([
    ['PAPER_KEYS', PAPER_KEYS, ExportedPaper.shape],
    ['SOURCE_KEYS', SOURCE_KEYS, Source.shape],
  ])('%s are those of the schema', (_, keys, shape) => {
    expect([...keys].sort()).toEqual(Object.keys(shape).sort());
  });
});

describe('exportPaper', () => {
  test('leaves out what is absent and what is our own business', () => {
    const { origins: _o, changedAt: _c, revision: _r, ...rest } = BARE;
    expect(exportPaper(BARE, [])).toStrictEqual({ ...rest, sources: [] });
  });

  test('puts all keys in one order, whatever the order of the record', () => {
    const full = {
      ...BARE,
      note: 'n',
      title: 't',
      publishedAt: '2026',
      url: 'https://a.example/',
      venue: 'v',
    };
    const backwards = Object.fromEntries(Object.entries(full).reverse()) as unknown as Paper;
    const keys = Object.keys(exportPaper(backwards, []));
    expect(keys).toEqual(PAPER_KEYS.filter((key) => keys.includes(key)));
    expect(keys.slice(0, 3)).toEqual(['id', 'title', 'authors']);
  });

  test('sorts identifiers by namespace and sources by site and address', () => {
    const row = exportPaper({ ...BARE, identifiers: { doi: '1', acl: '2', arxiv: '3' } }, [
      { ...SEEN, site: 'b', url: 'https://b.example/2' },
      { ...SEEN, site: 'b', url: 'https://b.example/1' },
      { ...SEEN, site: 'a', url: 'https://z.example/' },
    ]);
    expect(Object.keys(row.identifiers)).toEqual(['acl', 'arxiv', 'doi']);
    expect(row.sources.map(({ url }) => url)).toEqual([
      'https://z.example/',
      'https://b.example/1',
      'https://b.example/2',
    ]);
  });

  test('keeps of a sighting all but its paper, in one order', () => {
    const seen = { upvotes: 0, ...SEEN, submitter: 's', comments: 2, listedAt: '2026-10-01' };
    const [source = {}] = exportPaper(BARE, [seen]).sources;
    expect(Object.keys(source)).toEqual(SOURCE_KEYS);
    expect(source).toMatchObject({ upvotes: 0, comments: 2 });
  });
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
