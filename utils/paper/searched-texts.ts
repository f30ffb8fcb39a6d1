/** What is searched of a paper, by field of the index: the same in the library and in a file that searches itself. */
import { distinct } from '@/utils/distinct';
import { FIELD_NAMES, rowOf, type SearchedField, type WithinField } from './fields';
import type { Paper, Sighting } from './schema';

/** What sightings tell of a paper that is searched as text. */
export interface Seen {
  /** Ids of sites. */
  sites: readonly string[];
  submitters: readonly string[];
}

/** What is searched of a paper itself. */
export type SearchedPaper = Pick<Paper, Exclude<SearchedField, 'places' | 'people'> | WithinField>;

const UNSEEN: Seen = { sites: [], submitters: [] };

/** The fields of a paper that are searched within another field of the index. */
const WITHIN = FIELD_NAMES.flatMap((name) => {
  const { within } = rowOf(name);
  return within === undefined ? [] : [{ name: name as WithinField, within }];
});

/**
 * The texts of a field. They are kept apart because a phrase does not reach from one author or tag into the next. Sites go by
 * their ids: `huggingface` is one word, or whoever looks for faces would find all that was seen there.
 */
export function fieldTexts(
  paper: SearchedPaper,
  field: SearchedField,
  { sites, submitters }: Seen = UNSEEN,
): string[] {
  const others = WITHIN.filter(({ within }) => within === field).map(({ name }) => paper[name]);
  if (field === 'places') return textsOf(...others, sites);
  if (field === 'people') return textsOf(...others, submitters);
  if (field === 'identifiers')
    return textsOf(...Object.values(paper.identifiers), textsOf(...others).flatMap(codesIn));
  return textsOf(paper[field]);
}

/** A field as one text. */
export function fieldText(paper: SearchedPaper, field: SearchedField, seen?: Seen): string {
  return fieldTexts(paper, field, seen).join('\n');
}

/** What the sightings of a paper tell, each once and in order. */
export function seenIn(sightings: readonly Pick<Sighting, 'site' | 'submitter'>[]): Seen {
  return {
    sites: distinct(sightings.map(({ site }) => site)),
    submitters: distinct(sightings.map(({ submitter }) => submitter)),
  };
}

/** An ISBN or ISSN as it is written, and without its hyphens. */
function codesIn(code: string): string[] {
  const bare = code.replace(/[\s\u2010-\u2015-]/g, '');
  return bare === code ? [code] : [code, bare];
}

function textsOf(...values: readonly (string | readonly string[] | undefined)[]): string[] {
  return values.flatMap((value) => value ?? []);
}
