/** What was read of a page, held against what a person sees on it. */

/**
 * @typedef {object} Seen a paper as a person sees it
 * @property {string} title
 * @property {string} [alt] the title in another form that is right too
 * @property {string[]} authors as far as the page shows them
 * @property {boolean} [borderline] finding it is right, and missing it is no fault
 *
 * @typedef {object} Read
 * @property {string} title
 * @property {string[]} authors
 * @property {boolean} ticked
 *
 * @typedef {object} Verdict
 * @property {number} papers those that have to be found
 * @property {number} found of them
 * @property {number} right found with the right title
 * @property {number} shown of those with the right title, how many show authors
 * @property {number} authors of these, how many have them all in order
 * @property {number} extra ticked without being a paper
 * @property {string[]} missed
 * @property {string[]} wrong titles that are not quite those of a paper
 * @property {string[]} tooMuch
 * @property {string[]} misread titles whose authors are wrong
 */

/**
 * @param {readonly Seen[]} truth
 * @param {readonly Read[]} read
 * @returns {Verdict}
 */
export function judge(truth, read) {
  const left = new Set(read);
  /** @type {Map<Seen, Read>} */
  const right = new Map();
  /** @type {Map<Seen, Read>} */
  const near = new Map();
  const match = (/** @type {Map<Seen, Read>} */ matched, /** @type {typeof isTitle} */ fits) => {
    for (const paper of truth) {
      if (right.has(paper) || near.has(paper)) continue;
      const all = [...left].filter((one) => fits(one.title, paper));
      const one = all.find(({ authors }) => sameAuthors(authors, paper.authors)) ?? all[0];
      if (!one) continue;
      matched.set(paper, one);
      left.delete(one);
    }
  };
  match(right, isTitle);
  match(near, isNearly);
  const wanted = truth.filter(({ borderline }) => !borderline);
  const rightly = wanted.filter((paper) => right.has(paper));
  const shown = rightly.filter(({ authors }) => authors.length > 0);
  const misread = shown.filter((paper) => !sameAuthors(right.get(paper)?.authors ?? [], paper.authors));
  return {
    papers: wanted.length,
    found: wanted.filter((paper) => right.has(paper) || near.has(paper)).length,
    right: rightly.length,
    shown: shown.length,
    authors: shown.length - misread.length,
    extra: [...left].filter(({ ticked }) => ticked).length,
    missed: wanted.filter((paper) => !right.has(paper) && !near.has(paper)).map(({ title }) => title),
    wrong: [...near].map(([{ title }, one]) => `${one.title} | ${title}`),
    tooMuch: [...left].map(({ title, ticked }) => (ticked ? title : `(not ticked) ${title}`)),
    misread: misread.map(
      (paper) => `${paper.title} | ${right.get(paper)?.authors.join(', ')} | ${paper.authors.join(', ')}`,
    ),
  };
}

/**
 * @param {string} title
 * @param {Seen} paper
 */
function isTitle(title, { title: seen, alt }) {
  return [seen, alt].some((one) => one !== undefined && bare(one) === bare(title));
}

/**
 * @param {string} title
 * @param {Seen} paper
 */
function isNearly(title, { title: seen }) {
  const [a, b] = [bare(title), bare(seen)];
  return Math.min(a.length, b.length) >= 8 && (a.includes(b) || b.includes(a));
}

/** @param {string} text without case, spaces and punctuation */
function bare(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * @param {readonly string[]} read
 * @param {readonly string[]} seen
 */
function sameAuthors(read, seen) {
  return (
    read.length === seen.length && read.every((name, index) => surname(name) === surname(seen[index] ?? ''))
  );
}

/** @param {string} name `Ada Berg`, `Berg, A.`, `A Berg`, `Berg A.` */
function surname(name) {
  const plain = name.replace(/\([^)]*\)/g, ' ');
  const [family = ''] = plain.split(',');
  const words = family.split(/[\s.]+/).filter((word) => /\p{L}[\p{L}\p{M}]/u.test(word));
  const telling = words.filter((word) => !/^\p{Lu}{1,2}$/u.test(word));
  return bare((plain.includes(',') ? words.join('') : (telling.at(-1) ?? words.at(-1))) ?? '');
}
