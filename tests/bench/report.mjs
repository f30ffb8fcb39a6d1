/** The report in Markdown. Pure, except that it asks which machine this is. */

import { availableParallelism, loadavg } from 'node:os';
import { table } from './stats.mjs';

/** @import { Row } from './stats.mjs' */

/**
 * @param {{ rows: readonly Row[], browser: string, date: Date }} run
 * @returns {string}
 */
export function report({ rows, browser, date }) {
  return `# The main job, measured

${date.toISOString().slice(0, 10)}, Chromium ${browser} without a window, ${availableParallelism()} cores (shared with
other work; load ${loadavg()[0]?.toFixed(1)} at the end). See it again: \`npm run bench:main-job\`.

${table(rows)}

## How it is measured

The product as built, in a real browser; goals are what we want, nothing fails if they are missed. Product and floor
take turns in one run. The library is made up (\`papers.mjs\`): abstracts of 150 words, rare words keep coming.

- **Content script runs**: CPU profile (a sample each 0.1 ms) of a load of 50 cards; all time in which our script or
  something it called was on the stack, from its start until the worker's answer is drawn. Compiling and painting are not
  in it; they are in the next line: what the main thread did in all (\`TaskDuration\`), against the same page under an
  address where our script does not run.
- **Press → “Saved”**: from the time stamp of the trusted click to the change of the label, both read in the content
  script's own world. The floor is an extension that writes one row with strict durability and answers.
- **Popup**: opened as a tab, because Playwright cannot reach the real one; from the start of the navigation to the first task
  after the frame that shows the first title. The floor is an empty page of the same extension, put beside the
  popup in a copy of the build.
- **Side panel**: sidepanel.html in a window of its own; from the click in the listing to the drawn list.
- **Typing**: from the last key to the frame after the last change; results “over the whole library” stand once the
  index is read as far as the query needs it.
- **Race**: the mouse events for all twenty tabs are sent before any answer is awaited; then the rows are counted in
  IndexedDB. The library holds 1,000 papers.

## Beside it

PaperMemory, measured earlier: at 10,000 papers 2.3 s from popup to list and 1.5 s
to star one paper; of 20 arXiv tabs opened at once it kept 4 and 5 in two runs while all 20 said “Saved”.
`;
}
