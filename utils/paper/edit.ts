/** What a patch does to a paper, step by step. Pure. */
import { oneLine, paragraphs } from '@/utils/text/clean';
import { canonicalIdentifiers } from './canonical-identifiers';
import { cleanField } from './clean-field';
import { type EditableField, rowOf } from './fields';
import { gatherIdentifiers, namedIdentifiers } from './identifiers';
import type { Patch } from './patch';
import type { Paper } from './schema';
import { tagKey } from './tags';
import { withStated, withTyped } from './typed-field';

/** One step of a patch, checked. `to` of an identifier is `namespace:value`. */
export type Edit =
  | { field: 'status'; how: 'set'; to: Paper['status'] }
  | { field: 'starred'; how: 'set'; to: boolean }
  | { field: EditableField; how: 'set'; to: NonNullable<Paper[EditableField]> }
  | { field: EditableField; how: 'clear' }
  | { field: EditableField | 'identifiers'; how: 'restore' }
  | { field: 'tags' | 'identifiers'; how: 'add' | 'remove'; to: string };

/** Why a patch cannot be applied, and to which field that is due. */
export class Unfit extends Error {
  readonly field: string;
  readonly code: 'noTitle' | 'badValue';

  constructor(field: string, code: Unfit['code'] = 'badValue') {
    super(`${code}: ${field}`);
    this.field = field;
    this.code = code;
  }
}

/** The steps of a patch, in the order in which they are done; throws `Unfit` for a value that cannot be kept. */
export function editsOf({ set = {}, clear = [], add = {}, remove = {}, restore = [] }: Patch): Edit[] {
  const { status, starred, ...typed } = set;
  const fields = Object.entries(typed) as [EditableField, never][];
  return [
    ...restore.map((field): Edit => ({ field, how: 'restore' })),
    ...clear.map((field) => cleared(field)),
    ...fields.map(([field, raw]) => typedInto(field, raw)),
    ...(status === undefined ? [] : [{ field: 'status', how: 'set', to: status } as const]),
    ...(starred === undefined ? [] : [{ field: 'starred', how: 'set', to: starred } as const]),
    ...entries('remove', remove),
    ...entries('add', add),
  ];
}

function entries(how: 'add' | 'remove', { tags = [], identifiers = [] }: NonNullable<Patch['add']>): Edit[] {
  const values = identifiers.flatMap(({ kind, value }) => {
    const known = canonicalIdentifiers(kind, value);
    if (how === 'add' && known.length === 0) throw new Unfit('identifiers');
    if (how === 'add') return known;
    const own = known.filter(([namespace]) => namespace === kind);
    return own.length > 0 ? own : [[kind, value] as const];
  });
  return [
    ...tags.map((tag): Edit => ({ field: 'tags', how, to: typedTag(tag) })),
    ...values.map((named): Edit => ({ field: 'identifiers', how, to: named.join(':') })),
  ];
}

function typedTag(raw: string): string {
  const tag = oneLine(raw);
  if (tag === '' || tagKey(tag) === '' || tag.length > (rowOf('tags').limit ?? 0)) throw new Unfit('tags');
  return tag;
}

function cleared(field: EditableField): Edit {
  if (field === 'title') throw new Unfit(field, 'noTitle');
  return { field, how: 'clear' };
}

/** What a person typed is kept whole or refused; what a page says would be cut. */
function typedInto(field: EditableField, raw: string | string[]): Edit {
  const { limit = 0, most = 0, kind } = rowOf(field);
  const texts = [raw].flat();
  if (texts.every((text) => oneLine(text) === '')) return cleared(field);
  const whole = kind === 'prose' ? paragraphs : oneLine;
  if (rowOf(field).limit !== undefined && texts.some((text) => whole(text).length > limit))
    throw new Unfit(field);
  const to = cleanField(field, (typeof raw === 'string' ? raw.trim() : raw) as never);
  if (to === undefined || to.length === 0 || (Array.isArray(to) && to.length > most)) throw new Unfit(field);
  return { field, how: 'set', to };
}

/** The paper after one step; the same object if that changes nothing. `now` is ISO. */
export function applyEdit(paper: Paper, edit: Edit, now: string): Paper {
  if (edit.field === 'tags') return withTag(paper, edit.to, edit.how === 'add');
  if (edit.field === 'identifiers')
    return edit.how === 'restore' ? unlocked(paper) : withIdentifier(paper, edit.to, edit.how === 'add');
  if (edit.how === 'restore') return withStated(paper, edit.field);
  const { field } = edit;
  const to = edit.how === 'clear' ? undefined : edit.to;
  if (field === 'status' || field === 'starred')
    return paper[field] === to ? paper : { ...paper, [field]: to };
  const nothing = field === 'authors' && to === undefined ? [] : to;
  const same = JSON.stringify(paper[field]) === JSON.stringify(nothing);
  const confirmed = field === 'publishedAt' && paper.publishedAtInferred === true;
  return same && !confirmed ? paper : withTyped(paper, field, to as never, now);
}

/** A tag that the paper has in another spelling is there already. */
function withTag(paper: Paper, tag: string, there: boolean): Paper {
  const key = tagKey(tag);
  const others = paper.tags.filter((one) => tagKey(one) !== key);
  if (there) return others.length < paper.tags.length ? paper : { ...paper, tags: [...others, tag] };
  return others.length === paper.tags.length ? paper : { ...paper, tags: others };
}

function withIdentifier(paper: Paper, key: string, there: boolean): Paper {
  const [, namespace = '', value = ''] = /^([^:]*):(.*)$/s.exec(key) ?? [];
  const named = namedIdentifiers(paper.identifiers);
  const others = named.filter((one) => one.join(':') !== key);
  if (there === others.length < named.length) return paper;
  const identifiers = gatherIdentifiers(there ? [...named, [namespace, value]] : others);
  return { ...paper, identifiers, edited: [...new Set([...paper.edited, 'identifiers'])].sort() };
}

function unlocked(paper: Paper): Paper {
  if (!paper.edited.includes('identifiers')) return paper;
  return { ...paper, edited: paper.edited.filter((name) => name !== 'identifiers') };
}
