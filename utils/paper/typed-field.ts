/**
 * A field as the person typed it. It is locked against pages, and what sources say of it is kept behind it (claims.ts), so
 * that it can be shown again. Pure.
 */
import { joinClaims, putClaims, putHidden, statedClaims } from './claims';
import type { MergedField } from './fields';
import type { Paper } from './schema';

/** The site of what a person typed. */
export const USER = 'user';

/** The record with a typed value; undefined clears the field. `now` is ISO. */
export function withTyped<Field extends MergedField>(
  paper: Paper,
  field: Field,
  value: Paper[Field] | undefined,
  now: string,
): Paper {
  const stated = joinClaims(field, statedClaims(paper, field));
  const typed = withLock(paper, field, true);
  putValue(typed, field, { value, origin: isEmpty(value) ? undefined : { site: USER, trust: 3, at: now } });
  if (field === 'publishedAt') delete typed.publishedAtInferred;
  putHidden(typed, field, stated);
  return typed;
}

/** The record with what sources say of a field; the same object if none says anything of what the person typed. */
export function withStated(paper: Paper, field: MergedField): Paper {
  if (!paper.edited.includes(field)) return paper;
  const stated = statedClaims(paper, field);
  if (stated.length === 0 && !isEmpty(paper[field])) return paper;
  const shown = withLock(paper, field, false);
  if (stated.length > 0) putClaims(shown, field, stated);
  return shown;
}

/**
 * The record with a field as it was before a change; `before` and `after` have the fields that the change wrote. What
 * sources said since is kept; what the change brought, as a join does, is not.
 */
export function withFormer(
  paper: Paper,
  field: MergedField,
  before: Partial<Paper>,
  after: Partial<Paper> = {},
): Paper {
  const at = ({ claims, ...fields }: Partial<Paper>): Paper => ({ ...paper, ...fields, claims });
  const then = at(before);
  const brought = statedClaims(at(after), field).map((claim) => JSON.stringify(claim));
  const since = statedClaims(paper, field).filter((claim) => !brought.includes(JSON.stringify(claim)));
  const known = joinClaims(field, [...since, ...statedClaims(then, field)]);
  const locked = then.edited.includes(field);
  const former = withLock(paper, field, locked);
  if (!locked && known.length > 0) {
    putClaims(former, field, known);
    return former;
  }
  putValue(former, field, { value: then[field], origin: then.origins[field] });
  if (field === 'publishedAt' && then.publishedAtInferred) former.publishedAtInferred = true;
  else if (field === 'publishedAt') delete former.publishedAtInferred;
  putHidden(former, field, known);
  return former;
}

/** A copy whose origins can be changed, with or without the lock. */
function withLock(paper: Paper, field: MergedField, locked: boolean): Paper {
  const others = paper.edited.filter((name) => name !== field);
  return { ...paper, origins: { ...paper.origins }, edited: locked ? [...others, field].sort() : others };
}

function putValue(
  paper: Paper,
  field: MergedField,
  { value, origin }: { value: Paper[MergedField]; origin: Paper['origins'][MergedField] },
): void {
  if (value === undefined) delete paper[field];
  if (field === 'authors') paper.authors = (value as string[] | undefined) ?? [];
  else if (value !== undefined) Object.assign(paper, { [field]: value });
  if (origin) paper.origins[field] = origin;
  else delete paper.origins[field];
}

function isEmpty(value: Paper[MergedField]): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
