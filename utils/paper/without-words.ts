/** Records, and changes of them, without the person's word on records that were deleted for good. Pure. */
import { WORD } from './registers';
import type { Paper } from './schema';

/** The fields without any trace of such a word; the same object if there is none. */
export function withoutWords<Fields extends Partial<Paper>>(
  fields: Fields,
  gone: ReadonlySet<string>,
): Fields {
  const cleared = {
    ...cleanList(fields, 'apart', gone),
    ...cleanList(fields, 'same', gone),
    ...cleanMap(fields, 'stamps', gone),
    ...cleanMap(fields, 'restored', gone),
  };
  const names = Object.keys(cleared);
  if (names.length === 0) return fields;
  const all = Object.entries({ ...fields, ...cleared });
  return Object.fromEntries(
    all.filter(([name, value]) => value !== undefined || !names.includes(name)),
  ) as Fields;
}

function cleanList(
  fields: Partial<Paper>,
  name: 'apart' | 'same',
  gone: ReadonlySet<string>,
): Partial<Paper> {
  const ids = fields[name] ?? [];
  const kept = ids.filter((id) => !gone.has(id));
  return kept.length === ids.length ? {} : { [name]: kept.length > 0 ? kept : undefined };
}

function cleanMap(
  fields: Partial<Paper>,
  name: 'stamps' | 'restored',
  gone: ReadonlySet<string>,
): Partial<Paper> {
  const entries = Object.entries(fields[name] ?? {});
  const kept = entries.filter(
    ([register]) => !(register.startsWith(WORD) && gone.has(register.slice(WORD.length))),
  );
  if (kept.length === entries.length) return {};
  return { [name]: kept.length > 0 ? Object.fromEntries(kept) : undefined };
}
