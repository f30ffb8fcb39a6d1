/** Files in the formats that are only read, with made-up papers. Pure. */

import { word } from '../papers.mjs';

/** @typedef {{ format: string, name: string, text: string }} MadeFile */

/**
 * @param {number} papers
 * @returns {MadeFile[]}
 */
export function makeFiles(papers) {
  const each = (/** @type {(index: number) => string} */ make, between = '') =>
    Array.from({ length: papers }, (_, index) => make(index)).join(between);
  return [
    {
      format: 'PubMed',
      name: 'pubmed.nbib',
      text: each(
        (n) =>
          `PMID- ${n + 1}\nDP  - 2019 May\nTI  - ${title(n)}.\nAB  - ${abstract(n)}\nFAU - ${name(n)}\nAU  - ${name(n)}\nJT  - Journal of lamps\nLID - 10.1000/lamp.${n} [doi]\nOT  - ${word(n % 500)}\n\n`,
      ),
    },
    {
      format: 'Web of Science',
      name: 'wos.txt',
      text: `FN Clarivate Analytics Web of Science\nVR 1.0\n${each(
        (n) =>
          `PT J\nAU ${name(n)}\nTI ${title(n)}\nSO JOURNAL OF LAMPS\nAB ${abstract(n)}\nPY 2019\nDI 10.1000/lamp.${n}\nDE ${word(n % 500)}\nER\n\n`,
      )}EF\n`,
    },
    {
      format: 'EndNote',
      name: 'endnote.enw',
      text: each(
        (n) =>
          `%0 Journal Article\n%T ${title(n)}\n%A ${name(n)}\n%J Journal of Lamps\n%D 2019\n%R 10.1000/lamp.${n}\n%X ${abstract(n)}\n%K ${word(n % 500)}\n\n`,
      ),
    },
    {
      format: 'PaperMemory',
      name: 'papermemory.json',
      text: `{${each(
        (n) =>
          JSON.stringify(`lamp${n}`).concat(
            ':',
            JSON.stringify(
              `@article{lamp${n}, title={${title(n)}}, author={${name(n)}}, year={2019}, doi={10.1000/lamp.${n}}}`,
            ),
          ),
        ',',
      )}}`,
    },
    {
      format: 'Daily papers (API)',
      name: 'daily.json',
      text: `[${each(
        (n) =>
          JSON.stringify({
            paper: { id: id(n), title: title(n), summary: abstract(n), authors: [{ name: name(n) }] },
          }),
        ',\n',
      )}]`,
    },
    { format: 'DOIs and arXiv ids', name: 'ids.txt', text: each((n) => `10.1000/lamp.${n}\n`) },
  ];
}

/** @param {number} n */
function id(n) {
  return `${2301 + (n % 12)}.${String(10_000 + Math.floor(n / 12)).padStart(5, '0')}`;
}

/** @param {number} n */
function title(n) {
  return `Lamp ${n} ${words(n, 8)}`;
}

/** @param {number} n */
function abstract(n) {
  return words(n * 7, 150);
}

/** @param {number} n */
function name(n) {
  return `${word(500 + (n % 900))}, ${word(1500 + (n % 700))}`;
}

/** @type {string[]} */
const VOCABULARY = Array.from({ length: 5000 }, (_, rank) => word(rank));

/**
 * @param {number} from
 * @param {number} count
 */
function words(from, count) {
  return Array.from(
    { length: count },
    (_, n) => VOCABULARY[(from * 31 + n * n * 17) % VOCABULARY.length],
  ).join(' ');
}
