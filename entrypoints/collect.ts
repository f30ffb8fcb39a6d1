/** Runs in a page when the user asks for the papers on it, and answers with their cards. Nothing of it stays there. */
import { defineUnlistedScript } from '#imports';
import { readDocument } from '@/utils/reading/pages/read-document';
import { createPause } from '@/utils/reading/pause';
import { reportOnce } from '@/utils/reading/report-once';

export default defineUnlistedScript(() =>
  readDocument(document, new URL(location.href), {
    today: new Date().toISOString().slice(0, 10),
    pause: createPause(() => performance.now()),
    report: reportOnce(console.warn),
  }),
);
