/** Whole names that the papers have: venues, organisations, submitters, sites. Read from columns, without reading a paper. */
import { order } from '@/utils/order';
import type { NameCount } from '@/utils/query/known-names';
import { columnNumber } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';

/** The columns that hold names; a `place` is the id of a site or a host. */
export type NameColumn = 'venue' | 'organization' | 'submitter' | 'place';

/** Every name in a column with the number of papers that have it, the most frequent first. */
export async function namesIn(snapshot: Snapshot, name: NameColumn): Promise<NameCount[]> {
  const [column, texts] = await Promise.all([
    snapshot.column(columnNumber(name)),
    snapshot.texts(columnNumber(name)),
  ]);
  const papers = new Map<string, number>();
  for (const [index, { base, header, gone }] of snapshot.segments.entries()) {
    const known = texts[index] ?? [];
    const counts = new Uint32Array(known.length);
    for (let doc = 0; doc < header.docs; doc++) {
      const text = column[base + doc] as number;
      if (!gone?.[doc]) counts[text] = (counts[text] ?? 0) + 1;
    }
    for (const [text, count] of counts.entries())
      for (const one of (known[text] ?? '').split('\n'))
        if (one !== '' && count > 0) papers.set(one, (papers.get(one) ?? 0) + count);
  }
  return [...papers]
    .map(([text, count]) => ({ name: text, papers: count }))
    .sort((a, b) => b.papers - a.papers || order(a.name, b.name));
}
