/** What a person asks to have changed of papers, as it comes from a page of ours. */
import { z } from 'zod';
import { EDITABLE_FIELDS, type EditableField, FIELDS } from './fields';
import { PublicationType, Status } from './schema';

const text = z.string().max(100_000);

/** What is typed into a field, by kind; an empty text or list clears it. It is checked later, so that its field can be told. */
const TYPED = {
  line: text,
  prose: text,
  names: z.array(text).max(10_000),
  codes: z.array(text).max(1000),
  type: PublicationType,
  day: text,
  address: text,
};

type Rows = typeof FIELDS;

const typed = Object.fromEntries(EDITABLE_FIELDS.map((name) => [name, TYPED[FIELDS[name].kind]])) as {
  [Name in EditableField]: (typeof TYPED)[Rows[Name]['kind']];
};

/** `kind` is the namespace: `doi`, `arxiv`, … */
const Identifier = z.strictObject({ kind: z.string().max(20), value: z.string().max(1000) });
const Entries = z
  .strictObject({ tags: z.array(text).max(1000), identifiers: z.array(Identifier).max(100) })
  .partial();

/**
 * `set` and `clear` lock a field against pages. `restore` gives the lock up: the field shows again what the best source
 * says of it, if any does, and identifiers are taken from pages again. Lists of tags and identifiers only grow and shrink.
 */
export const Patch = z
  .strictObject({
    set: z.strictObject({ status: Status, starred: z.boolean(), ...typed }).partial(),
    clear: z.array(z.enum(EDITABLE_FIELDS)).max(EDITABLE_FIELDS.length),
    add: Entries,
    remove: Entries,
    restore: z.array(z.enum([...EDITABLE_FIELDS, 'identifiers'])).max(EDITABLE_FIELDS.length + 1),
  })
  .partial();

export type Patch = z.infer<typeof Patch>;
