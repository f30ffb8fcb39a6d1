/** Compares what two readers say of a file. */

/** @import { Product, Read, Told } from './files.mjs' */
/** @typedef {{ key: string, field: string, ours: string, theirs: string }} Difference */

/**
 * The entries on which they differ, field by field. Entries are the same by their place, or by their key where the numbers differ.
 * @param {Product} product
 * @param {Read} ours
 * @param {Read} theirs
 * @returns {Difference[]}
 */
export function differences(product, ours, theirs) {
  if ('failed' in ours || 'failed' in theirs) return [];
  const aligned = ours.entries.length === theirs.entries.length;
  const byKey = new Map(theirs.entries.map((entry) => [entry.key, entry]));
  return ours.entries.flatMap((entry, index) => {
    const other = aligned ? theirs.entries[index] : byKey.get(entry.key);
    if (!other) return [{ key: entry.key, field: 'entry', ours: 'read', theirs: 'missing' }];
    return /** @type {const} */ (['title', 'author', 'year', 'doi']).flatMap((field) =>
      comparable(product, field, entry) === comparable(product, field, other)
        ? []
        : [{ key: entry.key, field, ours: entry[field], theirs: other[field] }],
    );
  });
}

/**
 * @param {Product} product
 * @param {keyof Told} field
 * @param {Told} entry
 */
function comparable({ squash, drawTex }, field, entry) {
  const text = entry[field];
  if (field === 'year') return /\d{4}/.exec(text)?.[0] ?? '';
  if (field === 'doi') return /10\.\d{4,9}\/\S+/.exec(text.replace(/\\/g, ''))?.[0].toLowerCase() ?? '';
  const plain = drawTex(text.replace(/<\/?\w+(?:\s[^<>]*)?>/g, ''));
  if (field === 'title') return squash(plain);
  // `d' Alembert` and `d'Alembert` are one.
  return plain
    .replace(/(?<=['’])\s+/g, '')
    .split(/[\s,.~]+/)
    .map(squash)
    .filter(Boolean)
    .sort()
    .join(' ');
}
