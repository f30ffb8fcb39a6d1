/** The report in Markdown. Pure, except that it asks which machine this is. */

import { availableParallelism, loadavg } from 'node:os';
import { bibtexTimes } from '../exchange/report.mjs';

/** @import { Times } from '../exchange/times.mjs' */
/** @import { Measured } from './measure-export.mjs' */

/**
 * @typedef {object} Run
 * @property {number} papers
 * @property {Measured[]} out
 * @property {Measured[]} in
 * @property {string} browser
 * @property {Date} date
 * @property {Times} [bibtex]
 */

/**
 * @param {Run} run
 * @returns {string}
 */
export function report(run) {
  const { papers, browser, date, bibtex } = run;
  return `# Many papers out and in

${date.toISOString().slice(0, 10)}, ${papers.toLocaleString('en')} made-up papers with abstracts of 150 words, Chromium ${browser} without
a window, ${availableParallelism()} cores (shared with other work; load ${loadavg()[0]?.toFixed(1)} at the end). See it again: \`npm run bench:formats\`.

## Out

From the press on *Download* in the dialog to the whole file on the disk. BibTeX is the first format with citation keys:
the papers get them in its time.

${table(run.out)}

## In

From the choice of the file to the preview, in an empty library. Nothing is imported.

${table(run.in)}

- **Longest task** of the page, as the browser tells tasks of more than 50 ms: while it lasts, nothing can be pressed. The goal is 100 ms.
- **Memory**: the peak of all processes of the browser together, above what they held before, asked four times a second.
${
  bibtex
    ? `
## BibTeX beside other parsers

${bibtexTimes(bibtex)}
`
    : ''
}`;
}

/** @param {readonly Measured[]} rows */
function table(rows) {
  const lines = rows.map(
    ({ format, seconds, longestTask, megabytes, fileMegabytes }) =>
      `| ${format} | ${fileMegabytes.toFixed(1)} MB | ${seconds.toFixed(1)} s | ${longestTask > 0 ? `${longestTask.toFixed(0)} ms` : '< 50 ms'} | ${Number.isNaN(megabytes) ? 'not told' : `${megabytes.toFixed(0)} MB`} |`,
  );
  return `| format | file | time | longest task | memory |\n| --- | ---: | ---: | ---: | ---: |\n${lines.join('\n')}`;
}
