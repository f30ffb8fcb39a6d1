import { describe, expect, test } from 'vitest';
import { storedPaper } from '@/tests/storage/papers';
import { exportPaper, PAPER_KEYS, SOURCE_KEYS } from '@/utils/formats/parts/exported-paper';
import { ExportedPaper, type Paper, type Sighting, Source } from '@/utils/paper/schema';

const NOW = '2026-10-02T08:00:00.000Z';
const BARE = storedPaper({ id: 'arxiv:2609.12345' });
const SEEN: Sighting = { paper: BARE.id, site: 'b', url: 'https://b.example/', seenAt: NOW };

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
