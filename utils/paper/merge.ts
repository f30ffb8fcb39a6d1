/**
 * Merging. Of each field all that sources claimed is joined, and what is shown is a pure function of the claims
 * (claims.ts). Fields that the user edited are locked.
 */

import { order } from '@/utils/order';
import { present } from '@/utils/present';
import { claimsOf, isNoNews, joinClaims, putClaims } from './claims';
import { MERGED_FIELDS, type MergedField } from './fields';
import { gatherIdentifiers, namedIdentifiers } from './identifiers';
import type { Statement } from './normalise';
import { stampsOf } from './registers';
import type { Paper, Sighting } from './schema';

/** A new record from the first statement about a paper; the id is its strongest key. */
export function createPaper(statement: Statement, id: string, now: string): Paper {
  return absorb(emptyPaper(id, now), statement);
}

/** A record of which nothing is known, saved at `now` (ISO). */
export function emptyPaper(id: string, now: string): Paper {
  return {
    id,
    authors: [],
    identifiers: {},
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: now,
    edited: [],
    origins: {},
    revision: 0,
  };
}

/**
 * The record after a statement about the same paper; the same object if nothing changed. A statement fills gaps, lengthens
 * what begins the same, and replaces what is trusted less or was inferred. It never replaces what is trusted as much.
 */
export function absorb(paper: Paper, statement: Statement): Paper {
  const merged = structuredClone(paper);
  const { site, at } = statement;
  for (const field of MERGED_FIELDS) {
    const [trust, value] = [statement.trust[field], statement.values[field]];
    if (trust === undefined || value === undefined || paper.edited.includes(field)) continue;
    const inferred = field === 'publishedAt' && statement.publishedAtInferred;
    const claim = { site, trust, at, value, ...(inferred && { inferred }) };
    const known = claimsOf(paper, field);
    if (!isNoNews(field, known, claim)) putClaims(merged, field, joinClaims(field, [...known, claim]));
  }
  addIdentifiers(merged, statement.identifiers);
  return finish(paper, merged);
}

/** Two records found to be one paper: `kept`, the one saved first, keeps its id, notes are both kept, tags united. */
export function unite(kept: Paper, other: Paper): Paper {
  const merged = structuredClone(kept);
  for (const field of MERGED_FIELDS) uniteField(merged, kept, other, field);
  addIdentifiers(merged, other.identifiers);
  merged.tags = [...new Set([...kept.tags, ...other.tags])];
  const note = bothNotes(kept.note ?? '', other.note ?? '');
  if (note !== (kept.note ?? '')) {
    merged.note = note;
    delete merged.heads; // one text again
  }
  const progress = ['unread', 'reading', 'read'] as const;
  merged.status =
    progress[Math.max(progress.indexOf(kept.status), progress.indexOf(other.status))] ?? kept.status;
  merged.starred = kept.starred || other.starred;
  const apart = [...(kept.apart ?? []), ...(other.apart ?? [])];
  const others = apart.filter((id) => id !== kept.id && id !== other.id);
  if (others.length > 0) merged.apart = [...new Set(others)].sort();
  else delete merged.apart;
  if (other.savedAt < kept.savedAt) merged.savedAt = other.savedAt;
  merged.edited = [...new Set([...kept.edited, ...other.edited])].sort();
  return finish(kept, merged);
}

/** What the user typed, the later of two such values; or what all claims of both records show. */
function uniteField(merged: Paper, kept: Paper, other: Paper, field: MergedField): void {
  const [ours, theirs] = [claimsOf(kept, field), claimsOf(other, field)];
  const typed = other.edited.includes(field);
  if (theirs.length === 0 || (kept.edited.includes(field) && !(typed && isLater(other, kept, field)))) return;
  putClaims(merged, field, typed ? theirs : joinClaims(field, [...ours, ...theirs]));
}

function isLater(a: Paper, b: Paper, field: MergedField): boolean {
  return (stampsOf(a)[field] ?? '') > (stampsOf(b)[field] ?? '');
}

/** One note with the text of both. If one contains the other, it is enough. */
function bothNotes(kept: string, other: string): string {
  if (kept.includes(other)) return kept;
  return other.includes(kept) ? other : `${kept}\n\n${other}`;
}

/**
 * Two sightings on one listing as one: of each number the one that was seen later. A semilattice, because each number
 * has the moment at which it was seen.
 */
export function mergeSightings(a: Sighting, b: Sighting): Sighting {
  const seenAt = a.seenAt > b.seenAt ? a.seenAt : b.seenAt;
  const upvotes = laterNumber(a, b, 'upvotes');
  const comments = laterNumber(a, b, 'comments');
  return present<Sighting>({
    site: a.site,
    url: a.url,
    seenAt,
    listedAt: greater(a.listedAt, b.listedAt),
    upvotes: upvotes?.number,
    upvotesAt: upvotes?.at === seenAt ? undefined : upvotes?.at,
    comments: comments?.number,
    commentsAt: comments?.at === seenAt ? undefined : comments?.at,
    submitter: greater(a.submitter, b.submitter),
    paper: a.paper,
  });
}

function laterNumber(a: Sighting, b: Sighting, name: 'upvotes' | 'comments') {
  const seen = [a, b].flatMap((one) => {
    const number = one[name];
    return number === undefined ? [] : [{ number, at: one[`${name}At`] ?? one.seenAt }];
  });
  return seen.sort((one, two) => order(two.at, one.at) || two.number - one.number)[0];
}

/** A listing has one day, and a paper on it one submitter: where two are told, time does not decide. */
function greater(a?: string, b?: string): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** None is lost: a preprint's DOI stays beside the article's. */
function addIdentifiers(paper: Paper, more: Paper['identifiers']): void {
  paper.identifiers = gatherIdentifiers([...namedIdentifiers(paper.identifiers), ...namedIdentifiers(more)]);
}

function finish(before: Paper, after: Paper): Paper {
  if (after.authors.length > 0) {
    delete after.authorCount;
    delete after.origins.authorCount;
    delete after.claims?.authorCount;
    if (Object.keys(after.claims ?? {}).length === 0) delete after.claims;
  }
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
