/**
 * Registers: the values that a person can change, each with the stamp of its last change (`Paper.stamps`). A tag is a
 * register of its own. So an undo takes back what its entry wrote and no more, and a removal can travel to another device.
 */

import { present } from '@/utils/present';
import { LOCKABLE_FIELDS, type MergedField } from './fields';
import { gatherIdentifiers, identifierTexts, type NamedIdentifier, namedIdentifiers } from './identifiers';
import { bringsHeads, noteOf, stampNote, withFormerNote } from './note';
import type { Paper } from './schema';
import { oldStamp, type Stamp } from './stamp';
import { withFormer } from './typed-field';

/** Whether the paper is in the library or in the trash: its value is where the record lies. */
export const LIFE = 'life';

/**
 * `life`, `status`, `starred`, `note`, `tag:…`, `apart:…` (also of what is the same), a field that sources state and the person edited, or an identifier,
 * `key:…`. That one has a stamp only once it was taken away, or added by hand: most never change.
 */
export type Register = string;

/** Stamps that are kept of what an undo brought back. */
const MOST_AUTHORS = 8;

export const TAG = 'tag:';
/** With the id of another record: the person's word on whether it is another paper, or this one. */
export const WORD = 'apart:';
const KEY = 'key:';
/** The register of `edited` that says that pages add no identifiers; each identifier is a register of its own. */
const LOCKED_KEYS = 'identifiers';

/** The registers that differ from those of a paper that nobody touched. */
export function registersOf(paper: Paper): Register[] {
  return [
    ...LOCKABLE_FIELDS.filter((field) => paper.edited.includes(field)),
    ...paper.tags.map((tag) => `${TAG}${tag}`),
    ...[...(paper.apart ?? []), ...(paper.same ?? [])].map((id) => `${WORD}${id}`),
    ...(paper.note ? ['note'] : []),
    ...(paper.status === 'unread' ? [] : ['status']),
    ...(paper.starred ? ['starred'] : []),
  ];
}

/** What a register holds; undefined for a tag that is not there and a field that was not edited. */
export function registerValue(paper: Paper, register: Register): unknown {
  if (register.startsWith(TAG)) return paper.tags.includes(register.slice(TAG.length)) || undefined;
  if (register.startsWith(WORD)) return wordOn(paper, register.slice(WORD.length));
  if (register === 'status' || register === 'starred') return paper[register];
  if (register === 'note') return paper.heads ?? (paper.note || undefined);
  if (register.startsWith(KEY)) return keyRegisters(paper).includes(register) || undefined;
  if (!paper.edited.includes(register)) return undefined;
  if (register === LOCKED_KEYS) return true;
  const field = register as MergedField;
  return { value: paper[field], origin: paper.origins[field] };
}

/** The fields of a record that registers hold, but for those that the person edited. */
export const REGISTER_FIELDS = [
  'tags',
  'apart',
  'same',
  'status',
  'starred',
  'note',
  'heads',
  'replaced',
  'edited',
  'stamps',
  'restored',
] as const;

/** The registers of a record's identifiers. */
export function keyRegisters({ identifiers }: Paper): Register[] {
  return identifierTexts(identifiers).map((text): Register => `${KEY}${text}`);
}

/** The identifier of a register `key:…`; undefined for another register. */
export function identifierOf(register: Register): NamedIdentifier | undefined {
  const [, namespace, value] = /^key:([^:]+):(.*)$/s.exec(register) ?? [];
  return namespace === undefined || value === undefined ? undefined : [namespace, value];
}

/**
 * Whether a register holds what the change with `stamp` wrote. What an undo brought back was written twice, by the undo
 * and long before: so the undo can be undone, and also the entries before the one it took back. If that had been brought back
 * by an undo itself, that one can be undone, too.
 */
export function isWrittenBy(paper: Paper, register: Register, stamp: Stamp): boolean {
  return paper.stamps?.[register] === stamp || authorsOf(paper, register).includes(stamp);
}

/**
 * The record with one register as it was before a change; `before` and `after` have the fields that the change wrote. The
 * stamp is not touched: a revert is a change of its own.
 */
export function revertRegister(
  paper: Paper,
  register: Register,
  before: Partial<Paper>,
  after: Partial<Paper> = {},
): Paper {
  const authors = [before.stamps?.[register] ?? [], authorsOf(before, register)].flat();
  const restored = { ...paper.restored, [register]: authors.slice(0, MOST_AUTHORS).join(' ') };
  return { ...withRegister(paper, register, before, after), restored };
}

/** The stamps of what wrote a value before an undo brought it back, the latest first. */
function authorsOf({ restored }: Partial<Paper>, register: Register): Stamp[] {
  return restored?.[register]?.split(' ').filter(Boolean) ?? [];
}

function withRegister(
  paper: Paper,
  register: Register,
  before: Partial<Paper>,
  after: Partial<Paper>,
): Paper {
  if (register.startsWith(TAG)) {
    const tag = register.slice(TAG.length);
    const others = paper.tags.filter((name) => name !== tag);
    return { ...paper, tags: before.tags?.includes(tag) ? [...others, tag] : others };
  }
  if (register.startsWith(WORD)) {
    const id = register.slice(WORD.length);
    return withWord(paper, id, wordOn(before, id));
  }
  if (register === 'status' || register === 'starred')
    return { ...paper, [register]: before[register] ?? paper[register] };
  if (register === 'note') return withFormerNote(paper, paper.stamps?.note, before);
  const identifier = identifierOf(register);
  if (identifier) {
    const others = namedIdentifiers(paper.identifiers).filter((one) => one.join() !== identifier.join());
    const had = keyRegisters({ identifiers: {}, ...before } as Paper).includes(register);
    return { ...paper, identifiers: gatherIdentifiers([...others, ...(had ? [identifier] : [])]) };
  }
  if (register !== LOCKED_KEYS) return withFormer(paper, register as MergedField, before, after);
  // Each identifier goes back by a register of its own.
  const others = paper.edited.filter((name) => name !== LOCKED_KEYS);
  const locked = (before.edited ?? paper.edited).includes(LOCKED_KEYS);
  return { ...paper, edited: locked ? [...others, LOCKED_KEYS].sort() : others };
}

/** What the person said of two records: that they are two papers, or one. */
export type Word = 'apart' | 'same';

/** The word on another record; undefined if there is none. */
export function wordOn({ apart, same }: Partial<Pick<Paper, Word>>, id: string): Word | undefined {
  return apart?.includes(id) ? 'apart' : same?.includes(id) ? 'same' : undefined;
}

/** The record with a word on another record, or without one; the same object if it has it. A word replaces the other. */
export function withWord(paper: Paper, id: string, word: Word | undefined): Paper {
  if (wordOn(paper, id) === word) return paper;
  const ids = (name: Word) => {
    const others = (paper[name] ?? []).filter((one) => one !== id);
    const all = name === word ? [...others, id].sort() : others;
    return all.length > 0 ? all : undefined;
  };
  return present<Paper>({ ...paper, apart: ids('apart'), same: ids('same') });
}

/** The stamps of all registers. Those of records without stamps depend on the record alone. */
export function stampsOf(paper: Paper): Record<Register, Stamp> {
  const moment = (register: Register) => paper.changedAt?.[register] ?? paper.savedAt;
  const text = (register: Register) => (register === 'note' ? paper.note : undefined);
  const old = registersOf(paper).map((register) => [register, oldStamp(moment(register), text(register))]);
  return { ...Object.fromEntries(old), ...paper.stamps };
}

/** When it was last decided where the record lies. Saving it was the first time, and needs no stamp of its own. */
export function lifeOf(paper: Paper): Stamp {
  return paper.stamps?.[LIFE] ?? oldStamp(paper.savedAt);
}

/**
 * The record as it is written since version 3 of the library: with all stamps, and no days beside them; `trashedAt` (ISO)
 * is when it was moved to the trash, if it lies there.
 */
export function withStamps(paper: Paper, trashedAt?: string): Paper {
  const { changedAt: _, ...rest } = paper;
  const life = trashedAt === undefined ? {} : { [LIFE]: oldStamp(trashedAt) };
  return withoutEmpty({ ...rest, stamps: { ...life, ...stampsOf(paper) } });
}

/**
 * The record with the stamp of a change on every register that differs from `before`, the record as it was. A register
 * that has another stamp by now came with it, from the trash or from another copy of the record.
 */
export function stampChanges(before: Paper | undefined, after: Paper, stamp: Stamp): Paper {
  const { changedAt: _, ...paper } = after;
  const known = before ? stampsOf(before) : {};
  const stamps: Record<Register, Stamp> = { ...known, ...after.stamps };
  const restored = { ...after.restored };
  const foreign = (register: Register) =>
    (register === 'note' && bringsHeads(after)) ||
    (after.stamps?.[register] !== undefined && after.stamps[register] !== known[register]);
  const touched = new Set([...Object.keys(stamps), ...registersOf(after), ...touchedKeys(before, after)]);
  touched.delete(LIFE);
  for (const register of touched) {
    if (foreign(register)) continue;
    const was = before && registerValue(before, register);
    const same = JSON.stringify(was) === JSON.stringify(registerValue(after, register));
    if (same && register in stamps) continue;
    stamps[register] = stamp;
    if (restored[register] === before?.restored?.[register]) delete restored[register];
  }
  const found = before ? noteOf(before, known.note) : { heads: {}, replaced: [] };
  const noted = stamps.note === stamp && !foreign('note') ? stampNote(paper, found, stamp) : paper;
  return withoutEmpty({ ...noted, stamps, restored });
}

/** Identifiers that were taken away, and those that were added where pages may add none: the person did it. */
function touchedKeys(before: Paper | undefined, after: Paper): Register[] {
  if (!before) return [];
  const [were, are] = [keyRegisters(before), keyRegisters(after)];
  const gone = were.filter((key) => !are.includes(key));
  return after.edited.includes(LOCKED_KEYS) ? [...gone, ...are.filter((key) => !were.includes(key))] : gone;
}

/** The record without empty maps. */
export function withoutEmpty({ stamps = {}, restored = {}, ...paper }: Paper): Paper {
  return {
    ...paper,
    ...(Object.keys(stamps).length > 0 && { stamps }),
    ...(Object.keys(restored).length > 0 && { restored }),
  };
}
