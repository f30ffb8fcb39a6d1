/**
 * The three shapes that flow through Offprint: `PaperCard` (what a page or file says, untrusted) → `Paper` (what
 * we keep) → `ExportedPaper` (what leaves). What they consist of stands in fields.ts; the types
 * are inferred.
 */
import { z } from 'zod';
import {
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  type FieldRow,
  MERGED_FIELDS,
  type MergedField,
  PUBLICATION_TYPES,
  type RequiredField,
  rowOf,
} from './fields';
import { STAMP } from './stamp';

// zod compiles parsers with `Function`, which an extension's content security policy refuses.
z.config({ jitless: true });

/** Longest text accepted from a page, in UTF-16 units. `normalise.ts` cuts further, down to what is kept. */
const RAW_TEXT = 20_000;

const rawText = z.string().max(RAW_TEXT);
const namePart = z.string().min(1).max(200);
const count = z.int().min(0).max(1_000_000_000);

/** A day in UTC, or the month or year where no more is known: `2026-09-28`, `2026-09`, `2026`. */
export const Day = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Moment = z.iso.datetime();
export const HttpUrl = z.url({ protocol: /^https?$/ }).max(2048);

export const Status = z.enum(['unread', 'reading', 'read']);

export const PublicationType = z.enum(PUBLICATION_TYPES);

/** The parts of a person's name, or the name of a group, which has none. As in CSL: https://docs.citationstyles.org */
export const NameParts = z.union([
  z
    .strictObject({ family: namePart, given: namePart, particle: namePart, suffix: namePart })
    .partial()
    .required({ family: true }),
  z.strictObject({ literal: namePart }),
]);

/** What a source may say of a field, by kind. Strings are raw. */
const RAW = {
  line: rawText,
  prose: rawText,
  names: z.array(rawText).max(5000),
  'name-parts': z.record(rawText, NameParts),
  codes: z.array(rawText).max(100),
  type: PublicationType,
  count,
  day: Day,
  address: rawText,
};

/** What is kept of a field, by kind. */
const KEPT = {
  line: ({ limit = 0 }: FieldRow) => z.string().max(limit),
  prose: ({ limit = 0 }: FieldRow) => z.string().max(limit),
  names: texts,
  'name-parts': ({ limit = 0 }: FieldRow) => z.record(z.string().min(1).max(limit), NameParts),
  codes: texts,
  type: () => PublicationType,
  count: () => count,
  day: () => Day,
  address: () => HttpUrl,
  identifiers: ({ limit = 0 }: FieldRow) =>
    z.record(z.string().regex(/^[a-z]{2,20}$/), oneOrSeveral(z.string().min(1).max(limit))),
  // Records that are united keep all tags and notes of both: how much one may type is not checked here.
  tags: ({ limit = 0 }: FieldRow) => z.array(z.string().min(1).max(limit)),
  note: () => z.string(),
  status: () => Status,
  moment: () => Moment,
  'field-names': ({ limit = 0 }: FieldRow) => z.array(z.string().max(limit)),
  switch: () => z.boolean(),
  mark: () => z.literal(true),
};

/** One value as itself, several as an array. */
function oneOrSeveral(value: z.ZodString) {
  return z.union([value, z.array(value).min(2)]);
}

function texts({ limit = 0, most = 0 }: FieldRow) {
  return z.array(z.string().min(1).max(limit)).max(most);
}

type Rows = typeof FIELDS;

const stated = Object.fromEntries(MERGED_FIELDS.map((name) => [name, RAW[FIELDS[name].kind]])) as {
  [Name in MergedField]: (typeof RAW)[Rows[Name]['kind']];
};

const kept = Object.fromEntries(FIELD_NAMES.map((name) => [name, KEPT[FIELDS[name].kind](rowOf(name))])) as {
  [Name in FieldName]: ReturnType<(typeof KEPT)[Rows[Name]['kind']]>;
};

const always = Object.fromEntries(
  FIELD_NAMES.filter((name) => rowOf(name).always).map((name) => [name, true]),
) as Record<RequiredField, true>;

/** One paper as one listing shows it. Strings are raw; nothing in it is trusted. */
export const PaperCard = z
  .strictObject({
    site: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
    /** Address of the listing the card stood on; with `site` it identifies the sighting. Copied text has none. */
    listing: rawText,
    /** Raw identifier values; `identity.ts` brings them into canonical form. */
    identifiers: z.record(z.string().max(20), oneOrSeveral(z.string().max(300))),
    ...z.object(stated).partial().shape,
    publishedAtInferred: z.literal(true),
    listedAt: Day,
    upvotes: count,
    comments: count,
    submitter: rawText,
    /** The page came to this listing without a load, and it is none that lasts: a look does not note that it was seen there. */
    passing: z.literal(true),
    /** Only its form tells that it is a paper, and too few on the page have that form: a person looks first. */
    unsure: z.literal(true),
    /** Names of the fields that came from the page's embedded data rather than from what it shows. */
    embedded: z.array(z.string().max(30)).max(30),
  })
  .partial()
  .required({ site: true, identifiers: true });

/** Where a field's value came from. Higher trust wins: 3 embedded data, 2 the visible card, 1 copied text. */
export const Origin = z.strictObject({
  site: z.string(),
  trust: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  at: Moment,
});

/** A claim that is not shown, without its site. One of the value that is shown goes without it. */
const OtherClaim = Origin.omit({ site: true })
  .extend({ value: z.unknown(), inferred: z.literal(true) })
  .partial({ value: true, inferred: true });

/** One record of the library. */
export const Paper = z
  .strictObject({
    id: z.string().min(3).max(1200),
    ...kept,
    origins: z.partialRecord(z.enum(MERGED_FIELDS as [string, ...string[]]), Origin),
    /** What sources claimed beside what is shown, by field and site (claims.ts). */
    claims: z.partialRecord(
      z.enum(MERGED_FIELDS as [string, ...string[]]),
      z.record(z.string(), z.array(OtherClaim)),
    ),
    /** The last change of each register (registers.ts): what a person can change. */
    stamps: z.record(z.string(), z.string().regex(STAMP)),
    /** Of registers that an undo gave their old value back: the stamps that this value had, parted by spaces. */
    restored: z.record(z.string(), z.string()),
    /** The texts of a note that several people, or one in several windows, wrote without seeing the others (note.ts). */
    heads: z.record(z.string().regex(STAMP), z.string()),
    replaced: z.array(z.string().regex(STAMP)),
    /** What records had before stamps: when the user last edited each field. */
    changedAt: z.record(z.string(), Moment),
    /** The revision of the library that wrote this record. Readers catch up by it. */
    revision: z.int().min(0),
  })
  .partial()
  .required({ id: true, ...always, origins: true, revision: true });

/** One listing on which a saved paper was seen; one per paper, site and listing. */
export const Sighting = z
  .strictObject({
    paper: z.string(),
    site: z.string(),
    url: HttpUrl,
    seenAt: Moment,
    listedAt: Day,
    upvotes: count,
    /** When the number was seen, if that was before `seenAt`. */
    upvotesAt: Moment,
    comments: count,
    commentsAt: Moment,
    submitter: z.string().max(300),
  })
  .partial()
  .required({ paper: true, site: true, url: true, seenAt: true });

/** A sighting in the JSON export. */
export const Source = Sighting.omit({ paper: true, upvotesAt: true, commentsAt: true });

/** A paper in the JSON export: all that is needed to restore it, absent values left out. */
export const ExportedPaper = z
  .strictObject({
    id: z.string().min(3).max(1200),
    ...kept,
    sources: z.array(Source),
  })
  .partial()
  .required({ id: true, ...always, sources: true });

/** All that the library keeps of a record, as a backup has it (utils/formats/write-backup.ts). */
export const BackupPaper = z.strictObject({
  ...ExportedPaper.shape,
  sources: z.array(Sighting.omit({ paper: true })),
  ...Paper.pick({ origins: true, claims: true, stamps: true, restored: true, heads: true, replaced: true })
    .shape,
  /** Further keys that lead to the record: former titles, ids of records that it absorbed. */
  keys: z.array(z.string().max(1200)),
  /** When it was moved to the trash, if it lies there. */
  trashedAt: Moment.optional(),
});

/** That a record is gone, or has become a part of another. */
export const Gone = z.strictObject({ id: z.string().min(3).max(1200), at: Moment });

/** The whole export file; its JSON Schema is published as `assets/offprint-library.schema.json`. */
export const ExportFile = z.strictObject({
  format: z.literal('offprint-library'),
  version: z.literal(2),
  exportedAt: Moment,
  papers: z.array(ExportedPaper),
});

export type NameParts = z.infer<typeof NameParts>;
export type Origin = z.infer<typeof Origin>;
export type Trust = Origin['trust'];
export type PaperCard = z.infer<typeof PaperCard>;
export type Paper = z.infer<typeof Paper>;
export type Sighting = z.infer<typeof Sighting>;
export type ExportedPaper = z.infer<typeof ExportedPaper>;
export type BackupPaper = z.infer<typeof BackupPaper>;
export type Gone = z.infer<typeof Gone>;
