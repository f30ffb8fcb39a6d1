/** What is left out of a file that others get. */
import type { ExportedPaper } from '@/utils/paper/schema';

export function withoutNote({ note: _, ...paper }: ExportedPaper): ExportedPaper {
  return paper;
}

/** Without notes, status and stars, and without what the person said of papers being the same or not. */
export function withoutPrivate(paper: ExportedPaper): ExportedPaper {
  const { note: _, apart: _apart, same: _same, ...rest } = paper;
  return { ...rest, status: 'unread', starred: false };
}
