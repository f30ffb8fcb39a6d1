/**
 * Merging as a semilattice: of two values for one field the greater one in a total order is kept, so the result does
 * not depend on the order in which sources came. Fields that the user edited are locked.
 */

import { order } from '@/utils/order';
import { MERGED_FIELDS, type MergedField, rowOf } from './fields';
import { gatherIdentifiers, namedIdentifiers } from './identifiers';
import type { Statement } from './normalise';
import type { Origin, Paper, Sighting } from './schema';

/** A field's value, with what decides between two values. */
interface Claim {
  value: unknown;
  origin: Origin;
  inferred: boolean;
}

/** A new record from the first statement about a paper; the id is its strongest key. */
export function createPaper(statement: Statement, id: string, now: string): Paper {
  const empty: Paper = {
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
  return absorb(empty, statement);
}

/** The record after a statement about the same paper; the same object if nothing changed. */
export function absorb(paper: Paper, statement: Statement): Paper {
  const merged = structuredClone(paper);
  for (const field of MERGED_FIELDS) {
    const trust = statement.trust[field];
    if (trust === undefined) continue;
    const origin = { site: statement.site, trust, at: statement.at };
    const inferred = field === 'publishedAt' && statement.publishedAtInferred === true;
    take(merged, field, { value: statement.values[field], origin, inferred });
  }
  addIdentifiers(merged, statement.identifiers);
  return finish(paper, merged);
}

/** Two records found to be one paper: `kept`, the one saved first, keeps its id, notes are both kept, tags united. */
export function unite(kept: Paper, other: Paper): Paper {
  const merged = structuredClone(kept);
  for (const field of MERGED_FIELDS) {
    const origin = other.origins[field];
    if (!origin) continue;
    const inferred = field === 'publishedAt' && other.publishedAtInferred === true;
    if (other.edited.includes(field) && !merged.edited.includes(field)) delete merged.origins[field];
    take(merged, field, { value: other[field], origin, inferred });
  }
  addIdentifiers(merged, other.identifiers);
  merged.tags = [...new Set([...kept.tags, ...other.tags])];
  const note = bothNotes(kept.note ?? '', other.note ?? '');
  if (note) merged.note = note;
  const progress = ['unread', 'reading', 'read'] as const;
  merged.status =
    progress[Math.max(progress.indexOf(kept.status), progress.indexOf(other.status))] ?? kept.status;
  merged.starred = kept.starred || other.starred;
  if (other.savedAt < kept.savedAt) merged.savedAt = other.savedAt;
  merged.edited = [...new Set([...kept.edited, ...other.edited])].sort();
  return finish(kept, merged);
}

/** One note with the text of both. If one contains the other, it is enough. */
function bothNotes(kept: string, other: string): string {
  if (kept.includes(other)) return kept;
  return other.includes(kept) ? other : `${kept}\n\n${other}`;
}

/** The later of two sightings on one listing, with what only the earlier one knew. */
export function mergeSightings(a: Sighting, b: Sighting): Sighting {
  return a.seenAt > b.seenAt ? { ...b, ...a } : { ...a, ...b };
}

/** None is lost: a preprint's DOI stays beside the article's. */
function addIdentifiers(paper: Paper, more: Paper['identifiers']): void {
  paper.identifiers = gatherIdentifiers([...namedIdentifiers(paper.identifiers), ...namedIdentifiers(more)]);
}

function take(paper: Paper, field: MergedField, claim: Claim): void {
  if (paper.edited.includes(field) || claim.value === undefined) return;
  const origin = paper.origins[field];
  const inferred = field === 'publishedAt' && paper.publishedAtInferred === true;
  if (origin && !exceeds(field, claim, { value: paper[field], origin, inferred })) return;
  Object.assign(paper, { [field]: claim.value });
  paper.origins[field] = claim.origin;
  if (field !== 'publishedAt') return;
  if (claim.inferred) paper.publishedAtInferred = true;
  else delete paper.publishedAtInferred;
}

/** Compares trust, then certainty, then richness, then the day; the text breaks ties. Repeating a value changes nothing. */
function exceeds(field: MergedField, a: Claim, b: Claim): boolean {
  const [left, right] = [JSON.stringify(a.value), JSON.stringify(b.value)];
  const decisive =
    a.origin.trust - b.origin.trust ||
    Number(b.inferred) - Number(a.inferred) ||
    richness(field, a.value) - richness(field, b.value) ||
    order(a.origin.at.slice(0, 10), b.origin.at.slice(0, 10));
  return (decisive || order(left, right)) > 0;
}

/** How much a value says: of lists, abstracts and days the longer one says more; of titles and addresses it does not. */
function richness(field: MergedField, value: unknown): number {
  if (!rowOf(field).longerSaysMore) return 0;
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return Object.keys(value as object).length;
}

function finish(before: Paper, after: Paper): Paper {
  if (after.authors.length > 0) {
    delete after.authorCount;
    delete after.origins.authorCount;
  }
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
