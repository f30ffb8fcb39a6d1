/** Who is right where readers differ, decided by hand. */

/** @import { Difference } from './compare.mjs' */
/** @typedef {Difference & { file: string, judge: string }} Judged */
/** @typedef {{ right: string, why: string }} Verdict */

/** @type {(Verdict & { when: (one: Judged) => boolean })[]} */
const VERDICTS = [
  {
    when: ({ judge, theirs, key }) => judge === 'pybtex' && theirs === '' && key === '',
    right: 'ours',
    why: 'pybtex reads no fields of an entry without a key',
  },
  {
    when: ({ judge, theirs, field }) => judge === 'pybtex' && field === 'title' && theirs.includes('\\'),
    right: 'ours',
    why: 'pybtex leaves commands of TeX in the text',
  },
  {
    when: ({ judge, ours, theirs, field }) =>
      judge === 'pybtex' && field === 'title' && theirs !== '' && ours.startsWith(`${theirs}: `),
    right: 'ours',
    why: 'the subtitle is a field of BibLaTeX, which pybtex does not know',
  },
  {
    when: ({ judge, theirs, field }) => judge === 'pybtex' && field === 'author' && theirs.includes('='),
    right: 'ours',
    why: 'names with labels are BibLaTeX, which pybtex does not know',
  },
  {
    when: ({ file, key, field }) => file === 'crossref.bib' && key === 'arrgh' && field === 'year',
    right: 'ours',
    why: 'the issue that it is in (`crossref`) has the date',
  },
  {
    when: ({ file, key, field }) => file === 'crossref.bib' && key === 'ill-defined' && field === 'title',
    right: 'ours',
    why: 'it has a `maintitle` only',
  },
  {
    when: ({ file, key, judge }) =>
      file === 'citationjs-biblatex.bib' && judge === 'pandoc' && key !== 'gabaldon:book',
    right: 'both',
    why: 'pandoc appends `titleaddon`, which BibLaTeX prints behind the title and does not count as a part of it',
  },
  {
    when: ({ file, key, judge }) =>
      file === 'citationjs-biblatex.bib' && judge === 'pandoc' && key === 'gabaldon:book',
    right: 'ours',
    why: 'pandoc takes the title of the series (`maintitle`) for that of the volume',
  },
  {
    when: ({ file, judge }) => file === 'math-titles.bib' && judge === 'pandoc',
    right: 'ours',
    why: 'pandoc drops the formula in `\\mbox`',
  },
  {
    when: ({ file, field, judge }) =>
      file === 'jabref-ris-1.bib' && field === 'doi' && judge === 'retorquere',
    right: 'ours',
    why: 'the DOI is in the address',
  },
  {
    when: ({ file, field }) => /^(?:jabref-ris-1|zotero)\.ris$/.test(file) && field === 'doi',
    right: 'ours',
    why: 'the DOI is in the address',
  },
  {
    when: ({ file, judge }) => file === 'jabref-ris-1.ris' && judge === 'bibutils',
    right: 'ours',
    why: 'it has one end only; bibutils takes each of its types for a record',
  },
  {
    when: ({ file, field }) => file === 'jabref-ris-1.ris' && field === 'title',
    right: 'both',
    why: 'of six titles, JabRef joins also those with which another one begins',
  },
  {
    when: ({ file, judge }) => file === 'jabref-ris-DOI.ris' && judge === 'pandoc',
    right: 'ours',
    why: 'pandoc reads no date of `2016/01/`',
  },
  {
    when: ({ file, field }) => file === 'web-of-science.txt' && field === 'author',
    right: 'both',
    why: 'bibutils sets periods behind initials',
  },
];

/**
 * @param {Judged} one
 * @returns {Verdict}
 */
export function verdictOf(one) {
  return VERDICTS.find(({ when }) => when(one)) ?? { right: '?', why: 'not decided' };
}
