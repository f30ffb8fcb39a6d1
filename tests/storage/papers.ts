/** Papers for tests, as they are stored and as they stand in a file. */
import type { ExportedPaper, Paper } from '@/utils/paper/schema';
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
    revision: 1,
    ...fields,
  };
}

/** What a record says, without the traces of who wrote it when. */
export function withoutStamps(paper: Paper): Paper {
  const { stamps: _s, restored: _r, changedAt: _c, heads: _h, replaced: _g, ...values } = paper;
  return { ...values, revision: 0 };
}

/** A paper of a file, known by the identifier that its id names. */
export function filePaper(fields: Partial<ExportedPaper> & Pick<ExportedPaper, 'id'>): ExportedPaper {
  const [namespace = '', value = ''] = fields.id.split(':');
  return {
    authors: [],
    identifiers: { [namespace]: value },
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: at(0),
    edited: [],
    sources: [],
    ...fields,
  };
}
