/** Which papers a query finds, read straight off the papers: what every faster search must agree with. */
import type { Paper, Sighting } from '@/utils/paper';
import type { Column, Flag, Query, RankedField } from '@/utils/query/query-tree';
import { tokenise } from '@/utils/tokens';

const RANKED: readonly RankedField[] = ['title', 'abstract', 'authors', 'tags', 'note'];

/**
 * Whether `query` finds the paper, without spelling mistakes: words match as prefixes. `trashed` papers are found
 * only by queries that ask for the trash, alone or in the outermost AND; those find no others.
 */
export function naiveMatches(query: Query, paper: Paper, sightings: Sighting[], trashed = false): boolean {
  const conditions = query.kind === 'and' ? query.queries : [query];
  const wantsTrash = conditions.some((part) => part.kind === 'flag' && part.flag === 'trashed');
  return wantsTrash === trashed && holds(query);

  function holds(part: Query): boolean {
    switch (part.kind) {
      case 'all':
        return true;
      case 'word': {
        const terms = fieldsOf(part).flatMap((field) => termsOf(textOf(field)));
        return termsOf(part.text).every((prefix) => terms.some((term) => term.startsWith(prefix)));
      }
      case 'phrase':
        return fieldsOf(part).some((field) => hasInARow(termsOf(textOf(field)), termsOf(part.text)));
      case 'venue': {
        const terms = termsOf(paper.venue ?? '');
        return termsOf(part.text).every((term) => terms.includes(term));
      }
      case 'site':
        return atSite(part.text.toLowerCase());
      case 'range': {
        const value = numberIn(part.column);
        if (value === undefined) return false;
        return (part.from === undefined || value >= part.from) && (part.to === undefined || value <= part.to);
      }
      case 'flag':
        return hasFlag(part.flag);
      case 'not':
        return !holds(part.query);
      case 'and':
        return part.queries.every(holds);
      case 'or':
        return part.queries.some(holds);
    }
  }

  function textOf(field: RankedField): string {
    return [paper[field] ?? ''].flat().join('\n');
  }

  function atSite(text: string): boolean {
    const urls = [paper.url ?? '', ...sightings.map((sighting) => sighting.url)];
    return (
      sightings.some(({ site }) => site.startsWith(text)) ||
      urls.some((url) => (URL.canParse(url) ? new URL(url).host.includes(text) : false))
    );
  }

  function numberIn(column: Column): number | undefined {
    const published = paper.publishedAt;
    if (column === 'year') return published === undefined ? undefined : Number(published.slice(0, 4));
    if (column === 'published') return published === undefined ? undefined : dayNumber(published);
    if (column === 'saved') return dayNumber(paper.savedAt.slice(0, 10));
    const days = sightings.flatMap(({ listedAt }) => (listedAt ? [dayNumber(listedAt)] : []));
    const counts = sightings.flatMap(({ upvotes }) => (upvotes === undefined ? [] : [upvotes]));
    const values = column === 'listed' ? days : counts;
    return values.length > 0 ? Math.max(...values) : undefined;
  }

  function hasFlag(flag: Flag): boolean {
    if (flag === 'trashed') return trashed;
    if (flag === 'starred') return paper.starred;
    if (flag === 'code' || flag === 'note' || flag === 'abstract') return Boolean(paper[flag]);
    return paper.status === flag;
  }
}

function fieldsOf({ field }: { field?: RankedField }): readonly RankedField[] {
  return field ? [field] : RANKED;
}

function termsOf(text: string): string[] {
  return tokenise(text).map((token) => token.term);
}

function hasInARow(terms: string[], phrase: string[]): boolean {
  return (
    phrase.length === 0 ||
    terms.some((_, start) => phrase.every((term, index) => terms[start + index] === term))
  );
}

/** `2026-09-28` as 20260928; of a month or year its first day. */
function dayNumber(day: string): number {
  const [year, month = '01', date = '01'] = day.split('-');
  return Number(`${year}${month}${date}`);
}
