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
    id: 'html',
    name: 'HTML',
    extensions: ['html'],
    mime: 'text/html',
    does: 'writes',
    most: 5000,
    load: async () => (await import('./html/html')).html,
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
