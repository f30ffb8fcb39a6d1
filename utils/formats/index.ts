/** The formats that Offprint reads and writes: files are tried in this order, and the menu shows it. */
import type { Format } from './parts/format';

export const FORMATS: readonly Format[] = [
  {
    id: 'json',
    name: 'JSON',
    extensions: ['json'],
    mime: 'application/json',
    does: 'both',
    notes: true,
    byId: true,
    load: async () => (await import('./json/json')).json,
  },
  {
    id: 'bibtex',
    name: 'BibTeX',
    extensions: ['bib'],
    mime: 'application/x-bibtex',
    does: 'writes',
    keyed: true,
    load: async () => (await import('./bibtex/bibtex')).bibtex,
  },
  {
    id: 'biblatex',
    name: 'BibLaTeX',
    extensions: ['bib'],
    mime: 'application/x-bibtex',
    does: 'writes',
    keyed: true,
    load: async () => (await import('./biblatex')).biblatex,
  },
  {
    id: 'copied-text',
    name: 'Copied text',
    extensions: ['txt'],
    mime: 'text/plain',
    does: 'reads',
    load: async () => (await import('./copied-text')).copiedText,
  },
];

export const EXPORT_FORMATS = FORMATS.filter(({ does }) => does !== 'reads');
export const IMPORT_FORMATS = FORMATS.filter(({ does }) => does !== 'writes');
