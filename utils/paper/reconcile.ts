/**
 * Two copies of one record, changed apart, as one: what either device or file knows is in it. A semilattice (the order
 * and number of joins do not matter): each register has the value that was written last, notes keep true conflicts, and
 * claims, identifiers and sightings are united. To join two records that turn out to be one paper is something else:
 * `unite` in merge.ts. Pure.
 */
import { order } from '@/utils/order';
import { joinClaims, putClaims, putHidden, statedClaims } from './claims';
import { MERGED_FIELDS, type MergedField } from './fields';
import { gatherIdentifiers } from './identifiers';
import { joinNotes, noteOf, putNote } from './note';
import {
  identifierOf,
  keyRegisters,
  LIFE,
  lifeOf,
  type Register,
  registerValue,
  stampsOf,
  TAG,
  WORD,
  withoutEmpty,
  withWord,
  wordOn,
} from './registers';
import type { Paper } from './schema';
import type { Stamp } from './stamp';

/** Two copies, the stamps of each, the later ones, and per register the copy whose value was written last. */
interface Pair {
  a: Paper;
  b: Paper;
  ours: Record<Register, Stamp>;
  theirs: Record<Register, Stamp>;
  stamps: Record<Register, Stamp>;
  winner(register: Register): Paper;
}

/** Both records have the same id. The revision is the greater one: it counts changes here only. */
export function reconcile(a: Paper, b: Paper): Paper {
  if (a.id !== b.id) throw new Error('two records, not two copies of one');
  const pair = compare(a, b);
  const { winner, ours, theirs } = pair;
  const savedAt = a.savedAt < b.savedAt ? a.savedAt : b.savedAt;
  const stamps = withLife(pair.stamps, savedAt, [lifeOf(a), lifeOf(b)]);
  const registers = Object.keys(stamps);
  const tags = registers.filter((name) => name.startsWith(TAG) && registerValue(winner(name), name));
  const words = registers.filter((name) => name.startsWith(WORD));
  const paper: Paper = {
    id: a.id,
    authors: [],
    identifiers: identifiersOf(pair),
    tags: tags.sort((x, y) => order(stamps[x] ?? '', stamps[y] ?? '') || order(x, y)).map(nameOfTag),
    status: winner('status').status,
    starred: winner('starred').starred,
    savedAt,
    edited: [...new Set([...a.edited, ...b.edited])].filter((f) => winner(f).edited.includes(f)).sort(),
    origins: {},
    stamps,
    restored: restoredOf(pair),
    revision: Math.max(a.revision, b.revision),
  };
  for (const field of MERGED_FIELDS) putField(paper, pair, field);
  const told = words.reduce((one, name) => {
    const id = name.slice(WORD.length);
    return withWord(one, id, wordOn(winner(name), id));
  }, paper);
  return withoutEmpty(putNote(told, joinNotes(noteOf(a, ours.note), noteOf(b, theirs.note))));
}

/** The later word on where the record lies. Of one that was never moved it is implied by `savedAt`. */
function withLife(
  { [LIFE]: _, ...stamps }: Record<Register, Stamp>,
  savedAt: string,
  lives: readonly Stamp[],
): Record<Register, Stamp> {
  const life = [...lives].sort(order).at(-1) ?? '';
  return life === lifeOf({ savedAt } as Paper) ? stamps : { ...stamps, [LIFE]: life };
}

function compare(a: Paper, b: Paper): Pair {
  const [ours, theirs] = [stampsOf(a), stampsOf(b)];
  const text = (paper: Paper, register: Register) => JSON.stringify(registerValue(paper, register)) ?? '';
  const winner = (name: Register) =>
    (order(ours[name] ?? '', theirs[name] ?? '') || order(text(a, name), text(b, name))) < 0 ? b : a;
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  const stamps = names.map((name) => {
    const [one = '', two = ''] = [ours[name], theirs[name]];
    return [name, one > two ? one : two];
  });
  return { a, b, ours, theirs, winner, stamps: Object.fromEntries(stamps) };
}

/** What the person typed last, with all that sources claimed beside it; or what the claims of both show. */
function putField(paper: Paper, { a, b, winner }: Pair, field: MergedField): void {
  const claims = joinClaims(
    field,
    [a, b].flatMap((one) => statedClaims(one, field)),
  );
  // Only where no names are known does their number count (merge.ts).
  if (field === 'authorCount' && [a, b].some((one) => statedClaims(one, 'authors').length > 0)) return;
  if (!paper.edited.includes(field)) {
    if (claims.length > 0) putClaims(paper, field, claims);
    return;
  }
  const typed = winner(field);
  const origin = typed.origins[field];
  if (typed[field] !== undefined) Object.assign(paper, { [field]: typed[field] });
  if (origin) paper.origins[field] = origin;
  if (field === 'publishedAt' && typed.publishedAtInferred) paper.publishedAtInferred = true;
  putHidden(paper, field, claims);
}

/** All that are in either, less those whose last change took them away. */
function identifiersOf({ a, b, winner, stamps }: Pair): Paper['identifiers'] {
  const all = new Set([...keyRegisters(a), ...keyRegisters(b)]);
  const kept = [...all].sort().filter((key) => !(key in stamps) || registerValue(winner(key), key));
  return gatherIdentifiers(kept.flatMap((key) => [identifierOf(key)].filter((one) => one !== undefined)));
}

/** Beside each stamp, that of the value which an undo brought back. */
function restoredOf({ a, b, ours, theirs, stamps }: Pair): Record<Register, Stamp> {
  const entries = Object.keys(stamps).flatMap((name) => {
    const known = [
      ours[name] === stamps[name] ? a.restored?.[name] : undefined,
      theirs[name] === stamps[name] ? b.restored?.[name] : undefined,
    ];
    const [latest] = known.filter((stamp) => stamp !== undefined).sort((x, y) => order(y, x));
    return latest === undefined ? [] : [[name, latest] as const];
  });
  return Object.fromEntries(entries);
}

function nameOfTag(register: Register): string {
  return register.slice(TAG.length);
}
