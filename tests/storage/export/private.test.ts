import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutNote, withoutPrivate } from '@/storage/export/private';
import { exportedPaper } from '@/tests/arbitraries';
import { ExportedPaper } from '@/utils/paper/schema';

test('without its note a paper says all else', () => {
  fc.assert(
    fc.property(exportedPaper, ({ note, ...rest }) => {
      expect(withoutNote({ ...rest, ...(note !== undefined && { note }) })).toEqual(rest);
    }),
  );
});

test('what is private stays here: note, status, star, and which records were said to be one paper', () => {
  fc.assert(
    fc.property(exportedPaper, (paper) => {
      const shared = withoutPrivate(paper);
      expect(shared).toMatchObject({ status: 'unread', starred: false, tags: paper.tags });
      for (const name of ['note', 'apart', 'same']) expect(shared).not.toHaveProperty(name);
      expect(ExportedPaper.safeParse(shared).success).toBe(true);
    }),
  );
});
