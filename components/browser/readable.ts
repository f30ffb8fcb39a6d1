/** Which files an import can read, by the endings of their names. */
import { IMPORT_FORMATS } from '@/utils/formats';

/** With their dots, as a file input wants them. Saved pages are read in the page's own parser and are no format. */
export const READABLE: readonly string[] = [
  ...new Set([
    ...IMPORT_FORMATS.flatMap(({ extensions }) => extensions.map((ending) => `.${ending}`)),
    '.html',
    '.htm',
    '.mhtml',
    '.mht',
  ]),
];

/** Whether a file that lies in a folder may be one to import. */
export function isReadable(name: string): boolean {
  const lower = name.toLowerCase();
  return !lower.startsWith('.') && READABLE.some((ending) => lower.endsWith(ending));
}
