/** The formats that Offprint reads and writes: files are tried in this order, and the menu shows it. */
import type { Format } from './parts/format';

export const FORMATS: readonly Format[] = [
  {
    id: 'json',
    name: 'JSON',
    extensions: ['json'],
    mime: 'application/json',
    does: 'both',
    byId: true,
    load: async () => (await import('./json/json')).json,
  },
  {
    id: 'ris',
    name: 'RIS',
    extensions: ['ris'],
    mime: 'application/x-research-info-systems',
    does: 'writes',
    keyed: true,
    load: async () => (await import('./ris')).ris,
  },
  {
    id: 'csl-json',
    name: 'CSL-JSON',
    extensions: ['json'],
    mime: 'application/vnd.citationstyles.csl+json',
    does: 'writes',
    keyed: true,
    load: async () => (await import('./csl-json')).cslJson,
  },
  {
    id: 'csv',
    name: 'CSV',
    extensions: ['csv'],
    mime: 'text/csv',
    does: 'writes',
    load: async () => (await import('./csv')).csv,
  },
  {
    id: 'markdown',
    name: 'Markdown',
    extensions: ['md'],
    mime: 'text/markdown',
    does: 'writes',
    load: async () => (await import('./markdown')).markdown,
  },
  {
    id: 'markdown-notes',
    name: 'Markdown notes',
    extensions: ['zip'],
    mime: 'application/zip',
    does: 'writes',
    keyed: true,
    most: 65_535,
    load: async () => (await import('./markdown-notes')).markdownNotes,
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
