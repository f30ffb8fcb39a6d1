/** Runs in a page when the user asks for the papers on it, and answers with their cards. Nothing of it stays there. */
import { defineUnlistedScript } from '#imports';
import { readDocument } from '@/utils/reading/pages/read-document';
import { createPause } from '@/utils/reading/pause';

export default defineUnlistedScript(() =>
  readDocument(document, new URL(location.href), {
    today: new Date().toISOString().slice(0, 10),
    pause: createPause(() => performance.now()),
  }),
);
