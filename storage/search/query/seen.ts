/** What sightings tell of a document. It is read from columns, without reading a sighting. */

import type { Seen } from '@/utils/paper/searched-texts';
import { columnNumber, sitesIn } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';

/** For each document, where it was seen and who brought it there. */
export async function seenByDocument(snapshot: Snapshot): Promise<(doc: number) => Seen> {
  const [placesOf, submittersOf] = await Promise.all([
    textByDocument(snapshot, 'place'),
    textByDocument(snapshot, 'submitter'),
  ]);
  return (doc) => ({
    sites: sitesIn(placesOf(doc)),
    submitters: submittersOf(doc).split('\n').filter(Boolean),
  });
}

async function textByDocument(
  snapshot: Snapshot,
  name: 'place' | 'submitter',
): Promise<(doc: number) => string> {
  const number = columnNumber(name);
  const [column, texts] = await Promise.all([snapshot.column(number), snapshot.texts(number)]);
  return (doc) => {
    const segment = snapshot.segments.findLastIndex(({ base }) => base <= doc);
    return texts[segment]?.[column[doc] as number] ?? '';
  };
}
