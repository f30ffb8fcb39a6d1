/** Papers for the tests of the page. */
import type { Entry } from '@/utils/formats/parts/format';
import type { ExportedPaper } from '@/utils/paper/schema';

/** A paper with what is given, and nothing else. */
export function exported(given: Partial<ExportedPaper>): ExportedPaper {
  return {
    id: 'title:x',
    authors: [],
    identifiers: {},
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: '2026-10-01T12:00:00.000Z',
    edited: [],
    sources: [],
    ...given,
  };
}

export function entry(given: Partial<ExportedPaper>): Entry {
  return { paper: exported(given), key: '' };
}
