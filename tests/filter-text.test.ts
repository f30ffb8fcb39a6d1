import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyQuery, normalised, typedQuery } from '@/tests/random-queries';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';
import type { Query } from '@/utils/query/query-tree';
import { filterText } from './filter-text';

const DAYS = utcDays('2026-11-22');
const parse = (text: string) => parseQuery(text, DAYS).query;

test.each<[Query, string]>([
  [{ kind: 'all' }, ''],
  [{ kind: 'flag', flag: 'starred' }, 'is:starred'],
  [{ kind: 'flag', flag: 'note' }, 'has:note'],
  [{ kind: 'word', text: 'ml', field: 'tags' }, 'tag:ml'],
  [{ kind: 'phrase', text: 'to read', field: 'tags' }, 'tag:"to read"'],
  [{ kind: 'word', text: 'Müller', field: 'authors' }, 'author:Müller'],
  [{ kind: 'word', text: 'OR' }, '"OR"'],
  [{ kind: 'word', text: 'NOT' }, '"NOT"'],
  [{ kind: 'word', text: '-x' }, '"-x"'],
  [{ kind: 'word', text: 'a"b' }, '"a b"'],
  [{ kind: 'venue', text: 'NeurIPS' }, 'venue:NeurIPS'],
  [{ kind: 'venue', text: 'Phys. Rev. (B)' }, 'venue:"Phys. Rev. (B)"'],
  [{ kind: 'organization', text: 'Max Planck' }, 'organization:"Max Planck"'],
  [{ kind: 'submitter', text: 'Wren' }, 'submitter:Wren'],
  [{ kind: 'tag', key: 'to read' }, 'tag:="to read"'],
  [{ kind: 'tag', key: '"a" = b' }, 'tag:="""a"" = b"'],
  [{ kind: 'site', text: 'arxiv' }, 'site:arxiv'],
  [{ kind: 'range', column: 'year', from: 2020, to: 2023 }, 'year:2020..2023'],
  [{ kind: 'range', column: 'year', from: 2020, to: 2020 }, 'year:2020'],
  [{ kind: 'range', column: 'saved', from: Date.parse('2026-09-28') }, 'saved:2026-09-28..'],
  [{ kind: 'range', column: 'listed', to: 20260928 }, 'listed:..2026-09-28'],
  [{ kind: 'range', column: 'upvotes', from: 51 }, 'upvotes:51..'],
  [{ kind: 'not', query: { kind: 'flag', flag: 'read' } }, '-is:read'],
])('%j is written as %s', (filter, text) => {
  expect(filterText(filter)).toBe(text);
});

test('a random tree, written as text, is read as the same tree', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const { query: read, hints } = parseQuery(filterText(query), DAYS);
      expect(read).toEqual(normalised(query));
      expect(hints.filter(({ code }) => code !== 'trashedInOr')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('any text, written again from its tree means the same', () => {
  fc.assert(
    fc.property(typedQuery, (text) => {
      const query = parse(text);
      fc.pre(!/upvotes:<=?0/.test(text)); // nothing has fewer than no upvotes, and nothing writes that
      expect(words(parse(filterText(query)))).toEqual(words(query));
    }),
    { numRuns: 1000 },
  );
});

/** A tree whose words and phrases are not told apart: an odd word is written as a phrase. */
function words(query: Query): unknown {
  return JSON.parse(
    JSON.stringify(query, (key, value) => {
      if (key === 'text') return value.replace(/["“”„‟«»＂]/g, ' ');
      return key === 'kind' && value === 'word' ? 'phrase' : value;
    }),
  );
}
