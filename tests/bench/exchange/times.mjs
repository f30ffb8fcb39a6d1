/** How long a large file takes, by us and by the parser that Better BibTeX uses. */

import { parse } from '@retorquere/bibtex-parser';

/** @import { Product } from './files.mjs' */
/** @typedef {{ entries: number, megabytes: number, ours: number, theirs: number, theirEntries: number }} Times seconds; theirs are scaled */

const ENTRIES = 50_000;
/** Theirs takes long: fewer are measured. */
const THEIR_ENTRIES = 5000;
const RUNS = 3;

/**
 * @param {Product} product
 * @returns {Promise<Times>}
 */
export async function measureBibtex({ readBibtex }) {
  const text = bibtexOf(ENTRIES);
  const few = bibtexOf(THEIR_ENTRIES);
  const count = readBibtex(text)?.entries.length;
  if (count !== ENTRIES) throw new Error(`${count} of ${ENTRIES} entries were read`);
  const ours = middle(() => readBibtex(text));
  const theirs = middle(() => parse(few, { sentenceCase: false }));
  return {
    entries: ENTRIES,
    megabytes: Buffer.byteLength(text) / 1e6,
    ours,
    theirs: (theirs * ENTRIES) / THEIR_ENTRIES,
    theirEntries: THEIR_ENTRIES,
  };
}

/** @param {() => unknown} work */
function middle(work) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
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
