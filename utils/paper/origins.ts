/** Where each field of a paper came from. Pure. */
import { LOCKABLE_FIELDS } from './fields';
import { stampsOf } from './registers';
import type { Paper } from './schema';
import { momentOf } from './stamp';
import { USER } from './typed-field';

export interface FieldOrigin {
  field: (typeof LOCKABLE_FIELDS)[number];
  /** What the person did to the field, which is locked then. `kept`: a page changed it, and that was undone. */
  byPerson?: 'typed' | 'emptied' | 'kept' | 'changed';
  /** The source of the value, if it is not the person. */
  site?: string;
  /** The moment (ISO) at which that was said. */
  at: string;
  inferred?: true;
}

/** The fields that a source or the person stated, in the order of the table of fields. */
export function originsOf(paper: Paper): FieldOrigin[] {
  return LOCKABLE_FIELDS.flatMap((field): FieldOrigin[] => {
    const origin = field === 'identifiers' ? undefined : paper.origins[field];
    const inferred = field === 'publishedAt' && paper.publishedAtInferred;
    const stated = {
      ...(origin && origin.site !== USER && { site: origin.site }),
      ...(inferred && { inferred }),
    };
    if (paper.edited.includes(field)) return [{ field, ...stated, ...byPerson(paper, field) }];
    return origin ? [{ field, ...stated, at: origin.at }] : [];
  });
}

function byPerson(paper: Paper, field: FieldOrigin['field']): Pick<FieldOrigin, 'byPerson' | 'at'> {
  const stamp = stampsOf(paper)[field];
  const at = stamp === undefined ? paper.savedAt : new Date(momentOf(stamp)).toISOString();
  if (field === 'identifiers') return { byPerson: 'changed', at }; // some may still be those of sources
  const origin = paper.origins[field];
  if (origin) return { byPerson: origin.site === USER ? 'typed' : 'kept', at };
  const value = paper[field];
  const empty = value === undefined || Object.keys(value).length === 0;
  return { byPerson: empty ? 'emptied' : 'typed', at };
}
