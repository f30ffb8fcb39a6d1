/** The report as Markdown. */

import { differences } from './compare.mjs';
import { verdictOf } from './verdicts.mjs';

/** @import { Product, Read, ReadFile } from './files.mjs' */
/** @import { Times } from './times.mjs' */

const TIMES = '## Time';
const END = '## Files';

/**
 * @param {Product} product
 * @param {ReadFile[]} files
 * @param {Times | string} times
 * @returns {string}
 */
export function report(product, files, times) {
  const compared = files.map((file) => ({
    ...file,
    found: [...file.judges].map(([judge, theirs]) => ({
      judge,
      theirs,
      found: differences(product, file.ours, theirs),
    })),
  }));
  const judges = [...new Set(files.flatMap((file) => [...file.judges.keys()]))];
  const rows = compared.map(({ name, ours, found }) => {
    const cells = judges.map((judge) => {
      const one = found.find((other) => other.judge === judge);
      return one ? verdictCell(one.theirs, one.found.length) : '';
    });
    return `| \`${name}\` | ${'failed' in ours ? ours.failed : ours.entries.length} | ${'failed' in ours ? '' : ours.refused.join('; ') || '0'} | ${cells.join(' | ')} |`;
  });
  const list = compared.flatMap(({ name, found }) =>
    found.flatMap(({ judge, found: all }) =>
      all.map(({ key, field, ours, theirs }) => {
        const { right, why } = verdictOf({ file: name, judge, key, field, ours, theirs });
        return `| \`${name}\` ${cell(key)} | ${field} | ${cell(ours)} | ${judge}: ${cell(theirs)} | ${right} | ${why} |`;
      }),
    ),
  );
  return `# Files of other programs, read

See it again, where the files are at hand: \`npm run bench:exchange\`.

${typeof times === 'string' ? times : timesText(times)}
${END}

What is not read is refused with its line. retorquere and pybtex count \`@xdata\`, which is no entry. Each cell: entries that the other program reads, and on how many values (title, first author, year, DOI) it differs from us.

| file | read | refused | ${judges.join(' | ')} |
| --- | ---: | --- | ${judges.map(() => '---').join(' | ')} |
${rows.join('\n')}

## Differences

| entry | field | ours | theirs | right | why |
| --- | --- | --- | --- | --- | --- |
${list.join('\n')}
`;
}

/**
 * What an earlier report says of times.
 * @param {string} text
 */
export function timesIn(text) {
  return text.slice(text.indexOf(TIMES), text.indexOf(END));
}

/** @param {Times} times */
function timesText(times) {
  return `${TIMES}

${bibtexTimes(times)}
`;
}

/**
 * What reading BibTeX takes, for both reports.
 * @param {Times} times
 */
export function bibtexTimes({ entries, megabytes, ours, fewEntries, few }) {
  const [{ seconds: own = 0 } = {}] = few;
  const rows = few.map(
    ({ name, seconds }) => `| ${name} | ${seconds.toFixed(1)} | ${(seconds / own).toFixed(1)} |`,
  );
  return `In Node ${process.version}, generated BibTeX; seconds of the processor, median of 3, all readers in turn. The goal is five times as
fast as others. A file of ${entries.toLocaleString('en')} entries and ${megabytes.toFixed(0)} MB takes us ${ours.toFixed(1)} s.

| reader, of ${fewEntries.toLocaleString('en')} entries | seconds | times as long as ours |
| --- | ---: | ---: |
${rows.join('\n')}`;
}

/**
 * @param {Read} theirs
 * @param {number} count
 */
function verdictCell(theirs, count) {
  return 'failed' in theirs ? `fails: ${cell(theirs.failed)}` : `${theirs.entries.length}, ${count}`;
}

/** @param {string} text */
function cell(text) {
  const short = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  return short.replace(/[\\|<>*_`$]/g, '\\$&').replace(/\s+/g, ' ');
}
