import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moment, paper, sighting } from '@/tests/arbitraries';
import { runs } from '@/tests/long';
import { readJson } from '@/utils/formats/json/read-json';
import { recordLine, writeBackup } from '@/utils/formats/json/write-backup';
import { CHOICES, OPTION_NAMES } from '@/utils/options';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';
import { unite } from '@/utils/paper/merge';
import type { LibraryRecord } from '@/utils/paper/record';
import { stampChanges } from '@/utils/paper/registers';
import { nextStamp } from '@/utils/paper/stamp';
import type { TagColourRow } from '@/utils/paper/tag-colour-row';
import { TAG_COLOURS, tagKey } from '@/utils/paper/tags';
import type { LibraryRow } from '@/utils/query/library-row';

const NOW = '2026-10-01T23:59:59.000Z';
const STAMP = nextStamp(undefined, Date.UTC(2040, 0), 'session001');

/** Records with claims of several sources, stamps of their own or none, in the library or in the trash. */
const record: fc.Arbitrary<LibraryRecord> = fc
  .record({
    one: paper,
    other: paper,
    stamped: fc.boolean(),
    sightings: fc.uniqueArray(sighting, { selector: ({ site, url }) => `${site} ${url}`, maxLength: 3 }),
    keys: fc.uniqueArray(fc.constantFrom('title:former', 'arxiv:2401.99999'), { maxLength: 2 }),
    trashedAt: fc.option(moment, { nil: undefined }),
  })
  .map(({ one, other, stamped, sightings, keys, trashedAt }) => {
    const both = unite(one, { ...other, id: one.id });
    const whole = stamped ? stampChanges(one, both, STAMP) : both;
    return {
      ...{ paper: { ...whole, revision: 0 }, keys, ...(trashedAt && { trashedAt }) },
      sightings: sightings.map((seen) => ({ ...seen, paper: one.id, upvotesAt: seen.seenAt })),
    };
  });

const colourRow: fc.Arbitrary<TagColourRow> = fc.record({
  kind: fc.constant('tag colour' as const),
  tag: fc
    .oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.constantFrom('__proto__', '"a" \\', '状態'))
    .map(tagKey)
    .filter((key) => key !== ''),
  colour: fc.option(fc.nat({ max: TAG_COLOURS - 1 })),
  stamp: fc.nat().map((ms) => nextStamp(undefined, ms, 'session001')),
});
const searchRow: fc.Arbitrary<LibraryRow> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9-]{1,8}$/),
    name: fc.constantFrom('Herons', '"a" \\', '状態'),
    query: fc.string({ maxLength: 40 }),
    sort: fc.constantFrom(undefined, 'saved' as const),
    group: fc.constantFrom(undefined, 'site' as const),
    gone: fc.boolean(),
  })
  .map(({ id, name, query, sort, group, gone }) => ({
    ...{ kind: 'search', id, stamp: STAMP },
    ...(!gone && { search: { name, query, ...(sort && { sort }), ...(group && { group }) } }),
  }));
const optionRow: fc.Arbitrary<LibraryRow> = fc
  .constantFrom(...OPTION_NAMES)
  .chain((name) =>
    fc
      .constantFrom<string | boolean>(
        ...(name in CHOICES ? CHOICES[name as keyof typeof CHOICES] : [KEY_PATTERN]),
      )
      .map((value) => ({ kind: 'option' as const, name, value, stamp: STAMP })),
  );
const optionRows = fc.uniqueArray(optionRow, { selector: (row) => (row as { name: string }).name });
const searchRows = fc.uniqueArray(searchRow, { selector: (row) => (row as { id: string }).id, maxLength: 3 });
const colourRows = fc.uniqueArray(colourRow, { selector: ({ tag }) => tag, maxLength: 4 });

function written(records: readonly LibraryRecord[], rows: readonly LibraryRow[] = []): string {
  return writeBackup({ records, gone: [{ id: 'arxiv:2401.00009', at: NOW }], rows }, NOW).join('');
}

test('what a backup holds is read back whole', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { selector: (one) => one.paper.id, maxLength: 4 }),
      colourRows,
      searchRows,
      optionRows,
      (records, colours, searches, options) => {
        const rows = [...options, ...searches, ...colours];
        const text = written(records, rows);
        const reading = readJson(text);
        expect(reading).toMatchObject({
          papers: [],
          refused: [],
          gone: [{ id: 'arxiv:2401.00009', at: NOW }],
        });
        expect(reading?.rows).toHaveLength(rows.length);
        expect(written(reading?.copies ?? [], reading?.rows)).toBe(text);
      },
    ),
    { numRuns: runs(400) },
  );
});

test('rows that are no colours are passed over, and what is odd about tags is mended', () => {
  const [one] = fc.sample(record, { numRuns: 1, seed: 7 }) as [LibraryRecord];
  const good = { kind: 'tag colour', tag: 'ml', colour: 3, stamp: STAMP };
  const read = (rows: unknown) =>
    readJson(written([one]).replace('"rows":[', `"rows":${JSON.stringify(rows)},"x":[`));
  const odd = [
    ...[
      null,
      7,
      [],
      { kind: 'saved search', stamp: STAMP },
      { ...good, colour: 12 },
      { ...good, colour: 1.5 },
    ],
    ...[
      { ...good, stamp: 'x' },
      { ...good, tag: '\u200b' },
      { ...good, tag: 'x'.repeat(2001) },
    ],
    { ...good, tag: ' M\u200bL ', later: true },
  ];
  expect(read([...odd, good])).toMatchObject({ rows: [good, good], refused: [] });
  for (const rows of [7, null, { length: 1 }]) {
    const reading = read(rows);
    expect(reading?.rows).toEqual([]);
    expect(reading?.copies).toHaveLength(1);
  }
});

test('the order of keys in a record has no meaning', () => {
  fc.assert(
    fc.property(record, (one) => {
      const turned = Object.fromEntries(Object.entries(one.paper).reverse()) as LibraryRecord['paper'];
      const origins = Object.fromEntries(Object.entries(one.paper.origins).reverse());
      expect(recordLine({ ...one, paper: { ...turned, origins } })).toBe(recordLine(one));
    }),
  );
});

test('a damaged record takes no other with it, and is told', () => {
  const [first, second] = fc.sample(record, { numRuns: 2, seed: 7 }) as [LibraryRecord, LibraryRecord];
  const lines = written([first, { ...second, paper: { ...second.paper, id: 'arxiv:2402.00001' } }]).split(
    '\n',
  );
  const at = lines.findIndex((line) => line.includes('"id":"arxiv:2402.00001"'));
  lines[at] = lines[at]?.replace('"origins":{', '"origins":7,"other":{') ?? '';
  const reading = readJson(lines.join('\n'));
  expect(reading?.copies?.map(({ paper }) => paper.id)).toEqual([first.paper.id]);
  expect(reading?.refused).toMatchObject([{ reason: 'badField', field: 'origins' }]);
});

test('a backup that was cut off gives the records that are whole', () => {
  const [one] = fc.sample(record, { numRuns: 1, seed: 7 }) as [LibraryRecord];
  const text = written([one, { ...one, paper: { ...one.paper, id: 'zzz:2' } }]);
  const reading = readJson(text.slice(0, text.indexOf('"id":"zzz:2"')));
  expect(reading).toMatchObject({ problem: 'truncated', papers: [] });
  expect(reading?.copies?.map(({ paper }) => paper.id)).toEqual([one.paper.id]);
});
