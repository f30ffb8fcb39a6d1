/** Between a paper's fields and what is typed into a form. Pure. */
import { readAuthorLine } from '@/utils/paper/author-line';
import { type EditableField, rowOf } from '@/utils/paper/fields';
import type { Patch } from '@/utils/paper/patch';
import type { Paper } from '@/utils/paper/schema';

/** What was typed into a form, by field. */
export type Typed = Partial<Record<EditableField, string>>;

/** A field's value as a person edits it: lists have an entry a line. */
export function typedOf(paper: Paper, field: EditableField): string {
  return textOf(paper[field]);
}

/** Any value of a field as text. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined ? '' : String(value);
}

/** What a form changes: only fields whose text is another. An emptied field is cleared. */
export function patchOf(paper: Paper, typed: Typed): Patch {
  const set: Record<string, unknown> = {};
  const clear: EditableField[] = [];
  for (const [name, text] of Object.entries(typed)) {
    const field = name as EditableField;
    if (text.trim() === typedOf(paper, field).trim()) continue;
    if (text.trim() === '' && field !== 'title') clear.push(field);
    else set[field] = valueFor(field, text);
  }
  return {
    ...(Object.keys(set).length > 0 && { set: set as Patch['set'] }),
    ...(clear.length > 0 && { clear }),
  };
}

/** What is added by hand: the fields that were typed, and a DOI, an arXiv number, or an address of one. */
export function addedOf(
  typed: Partial<Record<EditableField, string>>,
  identifier: string,
): Pick<Patch, 'set' | 'add'> {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  const set = Object.fromEntries(
    filled.map(([field, text]) => [field, valueFor(field as EditableField, text)]),
  );
  const value = identifier.trim();
  const kind = /10\.\d{4,}\//.test(value) && !/arxiv/i.test(value) ? 'doi' : 'arxiv';
  return {
    ...(filled.length > 0 && { set: set as Patch['set'] }),
    ...(value && { add: { identifiers: [{ kind, value }] } }),
  };
}

function valueFor(field: EditableField, text: string): string | string[] {
  const { kind } = rowOf(field);
  if (kind === 'names') return text.split('\n').flatMap((line) => (line.trim() ? readAuthorLine(line) : []));
  if (kind === 'codes') return text.split(/[\n,;]/).flatMap((code) => code.trim() || []);
  return text.trim();
}
