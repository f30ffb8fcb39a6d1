/** The report on upgrading a large library. */

import { availableParallelism, loadavg } from 'node:os';
import { median, ms } from '../stats.mjs';

/** @import { Run } from './run.mjs' */

/**
 * @param {Run} run
 * @returns {string}
 */
export function report({ papers, stopMs, watched, kept, bytes, browser, date }) {
  const { openings, afterwards, stops, upgraded, indexed, told, shown } = watched;
  const [first, ...later] = openings.map(({ rows }) => rows);
  const count = (/** @type {number} */ value) => value.toLocaleString('en');
  const rows = [
    ['First rows, panel opened as the browser starts with the new version', ms(first ?? Number.NaN), '1 s'],
    [
      'First rows, panel opened right after a stop: median',
      later.length > 0 ? ms(median(later)) : '–',
      '1 s',
    ],
    ['… slowest', later.length > 0 ? ms(Math.max(...later)) : '–', '1 s'],
    ['First rows once all is done: median', ms(median(afterwards.map(({ rows }) => rows))), ''],
    ['All rows upgraded after', ms(upgraded), ''],
    ['All papers indexed after', ms(indexed), ''],
    ['Stops of the worker', String(stops), ''],
    ['Papers as the pure step makes them', count(kept.papers), ''],
    ['In the trash likewise', count(kept.trash), ''],
    ['Damaged rows set aside as they were', count(kept.damaged), ''],
    ['Lost or otherwise', count(kept.faults.length), '0'],
    ['The panel counts', `${count(shown)} papers`, ''],
    ['Bytes a paper, version 2, without an index', count(Math.round(bytes.before)), ''],
    ['Bytes a paper, upgraded, with its index', count(Math.round(bytes.after)), ''],
    ['… of these the index', count(Math.round(bytes.index)), ''],
  ];
  const table = [['Measure', 'value', 'goal'], ['---', '---:', '---:'], ...rows];
  return `# A large library of version 2, upgraded

${date.toISOString().slice(0, 10)}, ${count(papers)} papers, Chromium ${browser} without a window, ${availableParallelism()} cores (shared with
other work; load ${loadavg()[0]?.toFixed(1)} at the end). See it again: \`npm run bench:upgrade\`, or with \`-- --papers=10000\`.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

The panel says: “${told}”

## How it is measured

- **The library** is made up (\`papers.mjs\`, \`upgrade/old-library.mjs\`): abstracts of 150 words, tags, stars, notes, titles typed
  by hand, one paper in fifty in the trash, a journal, and five rows that are no records. An extension with nothing but a page
  writes it into the tables of version 2; then the product takes that extension's place, at the same address. There is no
  search index, so the product builds it, too.
- **The worker is stopped every ${stopMs / 1000} s** until all rows are upgraded, as the browser stops an idle one, and the side panel is
  opened anew each time. Then a word is searched for, and the index is waited for. First rows: from the start of the navigation to the first task after the frame with the first paper.
- **Nothing is lost**: after a restart of the browser each row of the library, of the trash and of what was set aside is read
  and compared with what the product's pure step makes of the old row; sightings, keys, history and its changes must all be
  there.
- **Bytes** are what the browser tells (\`navigator.storage.estimate\`) 15 s after a start, without those of an empty library. It
  may not have tidied its files by then.
`;
}
