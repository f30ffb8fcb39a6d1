import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { tallyPlaywright } from '@/scripts/lib/tally.mjs';
import { withReport } from '@/scripts/lib/with-report.mjs';

const PLAYWRIGHT = { stats: { expected: 2, flaky: 1, unexpected: 0, skipped: 1 }, errors: [] };

/** What comes of a runner that leaves this behind. */
function left(report: string | undefined, exitCode: number, read = playwright) {
  return withReport(read, async (file) => {
    if (report !== undefined) await writeFile(file, report);
    return exitCode;
  });
}

const playwright = (report: string) => tallyPlaywright(JSON.parse(report));

describe('a report', () => {
  test('is counted', async () => {
    expect(await left(JSON.stringify(PLAYWRIGHT), 0)).toMatchObject({ passed: 3, failed: 0, skipped: 1 });
  });

  test.each([undefined, ''])('that was not written is a crash', async (report) => {
    await expect(left(report, 0)).rejects.toThrow('no report was written (exit code 0)');
  });

  test.each([
    '{"stats":',
    'null',
    '{}',
    '{"stats":{},"errors":[]}',
    '{"stats":{"expected":-1,"flaky":0,"unexpected":0,"skipped":0},"errors":[]}',
  ])('that is broken is a crash: %s', async (report) => {
    await expect(left(report, 0)).rejects.toThrow('cannot be read');
  });

  test.each(['{}', '{"passed":"4177","failed":0,"skipped":0}'])(
    'of Vitest that is broken is a crash: %s',
    async (report) => {
      await expect(left(report, 0, JSON.parse)).rejects.toThrow('cannot be read');
    },
  );

  test('without a failure, of a runner that ended badly, counts as one', async () => {
    expect(await left(JSON.stringify(PLAYWRIGHT), 1)).toMatchObject({ passed: 3, failed: 1, skipped: 1 });
  });
});
