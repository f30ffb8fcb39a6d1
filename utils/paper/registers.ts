/**
 * Registers: the values that a person can change, each with the stamp of its last change (`Paper.stamps`). A tag is a
 * register of its own. So an undo takes back what its entry wrote and no more, and a removal can travel to another device.
 */

import { present } from '@/utils/present';
import { LOCKABLE_FIELDS, type MergedField } from './fields';
import type { Paper } from './schema';
import { oldStamp, type Stamp } from './stamp';

/** Whether the paper is in the library or in the trash: its value is where the record lies. */
export const LIFE = 'life';

/** `life`, `status`, `starred`, `note`, `tag:…`, or a field that sources state and the person edited. */
export type Register = string;

const TAG = 'tag:';

/** The registers that differ from those of a paper that nobody touched. */
export function registersOf(paper: Paper): Register[] {
  return [
    ...LOCKABLE_FIELDS.filter((field) => paper.edited.includes(field)),
    ...paper.tags.map((tag) => `${TAG}${tag}`),
    ...(paper.note ? ['note'] : []),
    ...(paper.status === 'unread' ? [] : ['status']),
    ...(paper.starred ? ['starred'] : []),
  ];
}

/** What a register holds; undefined for a tag that is not there and a field that was not edited. */
export function registerValue(paper: Paper, register: Register): unknown {
  if (register.startsWith(TAG)) return paper.tags.includes(register.slice(TAG.length)) || undefined;
  if (register === 'status' || register === 'starred') return paper[register];
  if (register === 'note') return paper.note || undefined;
  if (!paper.edited.includes(register)) return undefined;
  const field = register as MergedField;
  return { value: paper[field], origin: paper.origins[field] };
}

/** The fields of a record that registers hold, but for those that the person edited. */
export const REGISTER_FIELDS = ['tags', 'status', 'starred', 'note', 'edited', 'stamps', 'restored'] as const;

/**
 * Whether a register holds what the change with `stamp` wrote. What an undo brought back was written twice, by the undo
 * and long before: so the undo can be undone, and also the entries before the one it took back.
 */
export function isWrittenBy(paper: Paper, register: Register, stamp: Stamp): boolean {
  return paper.stamps?.[register] === stamp || paper.restored?.[register] === stamp;
}

/**
 * The record with one register as it was before a change; `before` has the fields that the change wrote, as they were. The
 * stamp is not touched: a revert is a change of its own.
 */
export function revertRegister(paper: Paper, register: Register, before: Partial<Paper>): Paper {
  const restored = {
    ...paper.restored,
    [register]: before.restored?.[register] ?? before.stamps?.[register] ?? '',
  };
  return { ...withRegister(paper, register, before), restored };
}

function withRegister(paper: Paper, register: Register, before: Partial<Paper>): Paper {
  if (register.startsWith(TAG)) {
    const tag = register.slice(TAG.length);
    const others = paper.tags.filter((name) => name !== tag);
    return { ...paper, tags: before.tags?.includes(tag) ? [...others, tag] : others };
  }
  if (register === 'status' || register === 'starred')
    return { ...paper, [register]: before[register] ?? paper[register] };
  if (register === 'note') return present<Paper>({ ...paper, note: before.note });
  const field = register as MergedField;
  const edited = new Set(paper.edited);
  if (before.edited?.includes(field) ?? edited.has(field)) edited.add(field);
  else edited.delete(field);
  const value = field in before ? { [field]: before[field] } : {};
  const origins = before.origins ? { ...paper.origins, [field]: before.origins[field] } : paper.origins;
  return present<Paper>({ ...paper, ...value, edited: [...edited].sort(), origins: present(origins) });
}

/** The stamps of all registers. Those of records without stamps depend on the record alone. */
export function stampsOf(paper: Paper): Record<Register, Stamp> {
  const moment = (register: Register) => paper.changedAt?.[register] ?? paper.savedAt;
  const old = registersOf(paper).map((register) => [register, oldStamp(moment(register))]);
  return { ...Object.fromEntries(old), ...paper.stamps };
}

/** The record with the stamp of a change on every register that differs from `before`, the record as it was. */
export function stampChanges(before: Paper | undefined, after: Paper, stamp: Stamp): Paper {
  const { changedAt: _, ...paper } = after;
  const stamps = before ? { ...stampsOf(before), ...after.stamps } : { ...after.stamps };
  const touched = new Set([...Object.keys(stamps), ...registersOf(after)]);
  touched.delete(LIFE);
  const restored = { ...after.restored };
  for (const register of touched) {
    const was = before && registerValue(before, register);
    if (JSON.stringify(was) === JSON.stringify(registerValue(after, register)) && register in stamps)
      continue;
    stamps[register] = stamp;
    if (restored[register] === before?.restored?.[register]) delete restored[register];
  }
  return withoutEmpty({ ...paper, stamps, restored });
}

/** The record without empty maps. */
function withoutEmpty({ stamps = {}, restored = {}, ...paper }: Paper): Paper {
  return {
    ...paper,
    ...(Object.keys(stamps).length > 0 && { stamps }),
    ...(Object.keys(restored).length > 0 && { restored }),
  };
}
