/** Writes entries of BibTeX and BibLaTeX, one paper after the other. */
import type { Entry, Write } from '../parts/format';
import { addressFields, dateFields, headFields, readingFields, type Style, typeField } from './entry-fields';
import { type Dialect, entryTypeOf } from './entry-types';

/** The writer of a dialect. Entries come in the order of the papers, with an empty line between two. */
export function writerOf(dialect: Dialect): Write {
  return async function* write(batches, { ascii }) {
    let begun = false;
    for await (const batch of batches) {
      const entries = batch.map((entry) => entryTex(entry, { dialect, ascii }));
      if (entries.length > 0) yield (begun ? '\n' : '') + entries.join('\n');
      begun ||= entries.length > 0;
    }
  };
}

/** One entry, ending in a line break. */
export function entryTex({ paper, key }: Entry, style: Style): string {
  const { type, fields } = entryTypeOf(paper, style.dialect);
  const lines = [
    ...headFields(paper, style),
    ...fields.map((name) => typeField(name, paper, style)),
    ...dateFields(paper, style),
    ...addressFields(paper, style),
    ...readingFields(paper, style),
  ].flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@${type}{${key},\n${lines.join('')}}\n`;
}
