/** Filters and sort orders. They are computed from columns, without reading a paper. */
import type { Query, Sort } from '@/utils/query/query-tree';
import { queryWords, tokenise } from '@/utils/text/tokens';
import { columnNumber, FLAGS, type PaperColumn } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';
import type { Filter } from './plan';

/** For each filter, marks the documents that pass it. */
export async function filterDocuments(
  snapshot: Snapshot,
  filters: readonly Filter[],
): Promise<ReadonlyMap<Filter, Uint8Array>> {
  const hits = await Promise.all(filters.map((filter) => passing(snapshot, filter)));
  return new Map(filters.map((filter, index) => [filter, hits[index] ?? new Uint8Array(0)]));
}

async function passing(snapshot: Snapshot, filter: Filter): Promise<Uint8Array> {
  switch (filter.kind) {
    case 'venue':
    case 'organization':
    case 'submitter':
      return byText(snapshot, filter.kind, nameTest(filter.text));
    case 'tag':
      return byText(snapshot, 'tags', (tags) => tags.split('\n').includes(filter.key));
    case 'site':
      return byText(snapshot, 'place', placeTest(filter.text));
    case 'flag':
      return byNumber(snapshot, 'flags', flagTest(filter.flag));
    case 'range':
      return byNumber(snapshot, columnOf(filter.column), rangeTest(filter));
  }
}

/** The sort keys of these documents, greatest first; undefined for relevance. */
export async function sortKeys(
  snapshot: Snapshot,
  sort: Sort,
  docs: Uint32Array,
): Promise<Float64Array | undefined> {
  if (sort === 'relevance') return undefined;
  const column = await snapshot.column(columnNumber(sort));
  const keys = new Float64Array(docs.length);
  for (let place = 0; place < docs.length; place++) keys[place] = column[docs[place] as number] as number;
  return keys;
}

function columnOf(column: Extract<Query, { kind: 'range' }>['column']): PaperColumn {
  return column === 'year' ? 'published' : column;
}

type Test = (value: number) => boolean;

function rangeTest({ column, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Range): Test {
  const within = (value: number) => value >= from && value <= to;
  if (column === 'year') return (day) => day > 0 && within(Math.floor(day / 10_000));
  if (column === 'upvotes') return (more) => more > 0 && within(more - 1);
  if (column === 'saved') return within;
  return (day) => day > 0 && within(day);
}

type Range = Extract<Query, { kind: 'range' }>;

function flagTest(flag: Extract<Query, { kind: 'flag' }>['flag']): Test {
  if (flag === 'trashed') return () => false;
  if (flag === 'unread') return (flags) => (flags & (FLAGS.reading | FLAGS.read)) === 0;
  return (flags) => (flags & FLAGS[flag]) !== 0;
}

/** Like a search for words: in one of the names every word must occur in one of its writings, if only as a beginning. */
function nameTest(text: string): (name: string) => boolean {
  const wanted = queryWords(text);
  return (names) =>
    names.split('\n').some((name) => {
      const known = tokenise(name);
      const occurs = (start: string) => known.some(({ term }) => term.startsWith(start));
      return wanted.every((writings) => writings.some((terms) => terms.every(occurs)));
    });
}

/** A site must start with the text; a host must contain it. */
function placeTest(text: string): (places: string) => boolean {
  const wanted = text.toLowerCase();
  return (places) =>
    places
      .split('\n')
      .some(
        (place) =>
          place !== '' && (place.startsWith(wanted) || (place.includes('.') && place.includes(wanted))),
      );
}

async function byNumber(snapshot: Snapshot, name: PaperColumn, test: Test): Promise<Uint8Array> {
  const column = await snapshot.column(columnNumber(name));
  const hits = new Uint8Array(column.length);
  for (let doc = 0; doc < column.length; doc++) hits[doc] = test(column[doc] as number) ? 1 : 0;
  return hits;
}

async function byText(
  snapshot: Snapshot,
  name: 'venue' | 'place' | 'organization' | 'tags' | 'submitter',
  test: (text: string) => boolean,
): Promise<Uint8Array> {
  const [column, texts] = await Promise.all([
    snapshot.column(columnNumber(name)),
    snapshot.texts(columnNumber(name)),
  ]);
  const hits = new Uint8Array(column.length);
  for (const [index, { base, header }] of snapshot.segments.entries()) {
    const matching = (texts[index] ?? []).map(test);
    for (let doc = base; doc < base + header.docs; doc++) hits[doc] = matching[column[doc] as number] ? 1 : 0;
  }
  return hits;
}
