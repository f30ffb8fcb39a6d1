/** Writes queries in the language that `utils/query/parse-query.ts` reads, so that properties can read them again. */
import { lexQuery } from '@/utils/query/lex-query';
import type { Query } from '@/utils/query/query-tree';
import { exactTag } from '@/utils/query/quoted-filter';

/**
 * The text of a filter (or of any other query) as a person would type it: `is:starred`, `year:2020..2023`. Words
 * that would be read as something else are written as a phrase; ranges have at least one bound,
 * and `saved` whole days in UTC.
 */
export function filterText(filter: Query): string {
  switch (filter.kind) {
    case 'all':
      return '';
    case 'word':
    case 'phrase':
      return prefixed(filter.field ? (NAMES[filter.field] ?? filter.field) : '', filter);
    case 'venue':
    case 'organization':
    case 'submitter':
    case 'site':
      return prefixed(filter.kind, { kind: 'word', text: filter.text });
    case 'tag':
      return exactTag(filter.key);
    case 'range':
      return `${filter.column}:${rangeText(filter)}`;
    case 'flag':
      return `${['code', 'note', 'abstract'].includes(filter.flag) ? 'has' : 'is'}:${filter.flag}`;
    case 'not':
      return `-${operand(filter.query)}`;
    case 'and':
      return filter.queries.map(operand).join(' ');
    case 'or':
      return filter.queries
        .map((query) => (query.kind === 'or' ? operand(query) : filterText(query)))
        .join(' OR ');
  }
}

const NAMES: Record<string, string> = { authors: 'author', tags: 'tag' };

function operand(query: Query): string {
  return ['and', 'or', 'not'].includes(query.kind) ? `(${filterText(query)})` : filterText(query);
}

function prefixed(field: string, { kind, text }: { kind: 'word' | 'phrase'; text: string }): string {
  const bare = field ? `${field}:${text}` : text;
  const { lexemes, misread } = lexQuery(bare);
  const word = lexemes.at(-1);
  const alone = !/^[-－]/.test(text) && lexemes.length === (field ? 2 : 1) && misread.length === 0;
  if (kind === 'word' && alone && word?.kind === 'word' && word.text === text) return bare;
  return `${field && `${field}:`}"${text.replace(/["“”„‟«»＂]/g, ' ')}"`;
}

function rangeText({ column, from, to }: Extract<Query, { kind: 'range' }>): string {
  const [first, last] = [from, to].map((bound) => {
    if (bound === undefined) return '';
    if (column === 'saved') return new Date(bound).toISOString().slice(0, 10);
    const digits = column === 'upvotes' ? String(bound) : String(bound).padStart(4, '0');
    return digits.length === 8 && column !== 'upvotes' ? digits.replace(/(..)(..)$/, '-$1-$2') : digits;
  });
  return first === last ? `${first}` : `${first}..${last}`;
}
