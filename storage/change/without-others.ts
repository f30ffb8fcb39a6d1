/**
 * DECIDE: what a copy of a record says for itself, where it was made one with another record in its library and the person said
 * later that they are two papers. What came from the other one is left out. Pure.
 */
import { claimsOf, putClaims, statedClaims } from '@/utils/paper/claims';
import { MERGED_FIELDS } from '@/utils/paper/fields';
import { gatherIdentifiers, namedIdentifiers } from '@/utils/paper/identifiers';
import { keysOf } from '@/utils/paper/identity';
import { noteOf, putNote } from '@/utils/paper/note';
import type { LibraryRecord } from '@/utils/paper/record';
import { LIFE, revertRegister, stampsOf, WORD, withoutEmpty } from '@/utils/paper/registers';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { Draft } from './draft';
import { wordBetween } from './matches';

/** A copy without what it has of records that are other papers here. */
export function withoutOthers(draft: Draft, copy: LibraryRecord, own: Paper | undefined): LibraryRecord {
  if (!own) return copy;
  let cleared = copy;
  const keys = [...(copy.paper.same ?? []), ...(copy.keys ?? []), ...keysOf(copy.paper)];
  for (const id of new Set(keys)) {
    const other = id === own.id ? undefined : recordOf(draft, id);
    if (other && wordBetween(draft, copy.paper, other.paper) === 'apart')
      cleared = withoutOther(cleared, other, { paper: own, sightings: draft.sightingsOf(own.id) });
  }
  return cleared;
}

function recordOf(draft: Draft, id: string): LibraryRecord | undefined {
  const paper = draft.get('papers', id);
  return paper ? { paper, sightings: draft.sightingsOf(id) } : draft.get('trash', id);
}

/** What `copy` says beside what only `other` says; `own` is the record that it is a copy of. */
function withoutOther(copy: LibraryRecord, other: LibraryRecord, own: LibraryRecord): LibraryRecord {
  const theirs = new Set([other.paper.id, ...keysOf(other.paper)]);
  const ours = new Set([own.paper.id, ...keysOf(own.paper)]);
  const places = (sightings: readonly Sighting[]) =>
    new Set(sightings.map(({ site, url }) => `${site} ${url}`));
  const [there, here] = [places(other.sightings), places(own.sightings)];
  return {
    ...copy,
    paper: withoutWords(copy.paper, other.paper, own.paper),
    sightings: copy.sightings.filter(
      ({ site, url }) => !there.has(`${site} ${url}`) || here.has(`${site} ${url}`),
    ),
    keys: (copy.keys ?? []).filter((key) => !theirs.has(key) || ours.has(key)),
  };
}

function withoutWords(copy: Paper, other: Paper, own: Paper): Paper {
  const has = (paper: Paper) => new Set(namedIdentifiers(paper.identifiers).map(String));
  const [theirs, ours] = [has(other), has(own)];
  const identifiers = namedIdentifiers(copy.identifiers).filter(
    (named) => !theirs.has(String(named)) || ours.has(String(named)),
  );
  const cleared: Paper = {
    ...withRegistersOf(copy, own, other),
    identifiers: gatherIdentifiers(identifiers),
    origins: { ...copy.origins },
  };
  for (const field of MERGED_FIELDS) {
    if (cleared.edited.includes(field)) continue;
    const texts = (paper: Paper) => new Set(statedClaims(paper, field).map((claim) => JSON.stringify(claim)));
    const [said, meant] = [texts(other), texts(own)];
    const claims = claimsOf(cleared, field);
    const left = claims.filter((claim) => {
      const text = JSON.stringify(claim);
      return !said.has(text) || meant.has(text);
    });
    if (left.length === claims.length) continue;
    if (left.length > 0) putClaims(cleared, field, left);
    else forget(cleared, field);
  }
  return cleared;
}

/** The copy with the registers that the person's join wrote as they are in `own`. */
function withRegistersOf(copy: Paper, own: Paper, other: Paper): Paper {
  const [theirs, ours] = [copy.stamps ?? {}, stampsOf(own)];
  const join = theirs[`${WORD}${other.id}`];
  const written = Object.keys(theirs).filter(
    (name) => name !== LIFE && !name.startsWith(WORD) && theirs[name] === join,
  );
  let paper = copy;
  for (const register of written) {
    paper =
      register === 'note' ? putNote(paper, noteOf(own, ours.note)) : revertRegister(paper, register, own);
    const { [register]: _, ...stamps } = paper.stamps ?? {};
    const { [register]: __, ...restored } = paper.restored ?? {};
    const stamp = ours[register];
    const former = own.restored?.[register];
    paper = {
      ...paper,
      stamps: stamp === undefined ? stamps : { ...stamps, [register]: stamp },
      restored: former === undefined ? restored : { ...restored, [register]: former },
    };
  }
  return withoutEmpty(paper);
}

function forget(paper: Paper, field: (typeof MERGED_FIELDS)[number]): void {
  delete paper.origins[field];
  if (field === 'authors') paper.authors = [];
  else delete paper[field];
  if (field === 'publishedAt') delete paper.publishedAtInferred;
}
