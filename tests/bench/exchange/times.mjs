/** How long a large file of BibTeX takes: by us, by the parser that Better BibTeX uses, and by Citation.js. */

import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from '@retorquere/bibtex-parser';

/** @import { Product } from './files.mjs' */
/** @typedef {{ name: string, seconds: number }} Timed */
/**
 * @typedef {object} Times seconds of the processor
 * @property {number} entries
 * @property {number} megabytes
 * @property {number} ours
 * @property {number} fewEntries others take long: they are measured on a file of so many entries, and so are we
 * @property {Timed[]} few ours first
 */

const ENTRIES = 50_000;
const FEW = 2000;
const RUNS = 3;

/**
 * @param {Product} product
 * @param {number} [entries]
 * @returns {Promise<Times>}
 */
export async function measureBibtex({ readBibtex }, entries = ENTRIES) {
  const text = bibtexOf(entries);
  const count = readBibtex(text)?.entries.length;
  if (count !== entries) throw new Error(`${count} of ${entries} entries were read`);
  const fewEntries = Math.min(FEW, entries);
  const few = bibtexOf(fewEntries);
  /** @type {[name: string, read: () => number | undefined][]} */
  const readers = [
    ['ours', () => readBibtex(few)?.entries.length],
    ['@retorquere/bibtex-parser', () => parse(few, { sentenceCase: false }).entries.length],
    [
      'Citation.js',
      () => plugins.input.chain(few, { forceType: '@bibtex/text', generateGraph: false }).length,
    ],
  ];
  /** @type {number[][]} */
  const taken = readers.map(() => []);
  for (let run = 0; run < RUNS; run++)
    for (const [index, [name, read]] of readers.entries()) {
      taken[index]?.push(
        effort(() => {
          if (read() !== fewEntries) throw new Error(`${name} does not read all of ${fewEntries}`);
        }),
      );
    }
  return {
    entries,
    megabytes: Buffer.byteLength(text) / 1e6,
    ours: middle(Array.from({ length: RUNS }, () => effort(() => readBibtex(text)))),
    fewEntries,
    few: readers.map(([name], index) => ({ name, seconds: middle(taken[index] ?? []) })),
  };
}

/** @param {() => unknown} work */
function effort(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** @param {readonly number[]} seconds */
function middle(seconds) {
  return [...seconds].sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

/**
 * Entries as libraries have them: accents, particles, formulas, abstracts, keywords.
 * @param {number} count
 */
function bibtexOf(count) {
  const abstract =
    "We watch four hundred {L}anterns over one winter \\& find that $O(n^2)$ matters less than the ``draught'' of M{\\\"u}nchen. ";
  const entries = Array.from({ length: count }, (_, index) => {
    const kind = index % 3 === 0 ? '@inproceedings' : '@article';
    return `${kind}{glas${index},
  title = {{LANTERN} number ${index}: Over a Quiet {H}arbour --- {$\\alpha$}-Lamps},
  author = {Glas, Mar{\\'\\i}a and van der Lum, Ivo and {Lamp Office} and Lykta, T. ${index}},
  ${index % 3 === 0 ? 'booktitle = {Proceedings of the' : 'journal = {Journal of'} Lamps \\& Oils},
  volume = {${index % 90}}, number = {${index % 12}}, pages = {${index}--${index + 9}},
  year = {${1990 + (index % 36)}}, month = jan, publisher = {Lum},
  doi = {10.1000/lamps.${index}}, url = {https://lamps.example/${index}},
  keywords = {oil, draught, lamp ${index % 100}},
  abstract = {${abstract.repeat(5)}},
  file = {:home/lamps/${index}.pdf:pdf}
}

`;
  });
  return entries.join('');
}
