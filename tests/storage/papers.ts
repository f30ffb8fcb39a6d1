/** Stored papers for tests. */
import type { Paper } from '@/utils/paper';
import { at } from './cards';

export function storedPaper(fields: Partial<Paper> & Pick<Paper, 'id'>): Paper {
  return {
    authors: [],
    identifiers: {},
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: at(0),
    edited: [],
    origins: {},
    changedAt: {},
    revision: 1,
    ...fields,
  };
}
