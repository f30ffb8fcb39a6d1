/** MiniSearch with its defaults, so that any word of a question is enough, and with the weights that we give fields. */

import MiniSearch from 'minisearch';

/** @import { JudgedPaper } from './collections.mjs' */

const BOOST = { title: 3, authors: 2, tags: 2, note: 1, abstract: 1 };

/**
 * @param {readonly JudgedPaper[]} papers
 * @returns {(text: string, limit: number) => number[]} the numbers of the best papers
 */
export function openMiniSearch(papers) {
  const index = new MiniSearch({ idField: 'n', fields: Object.keys(BOOST) });
  index.addAll(
    papers.map(({ n, title, abstract, authors }) => ({ n, title, abstract, authors: authors.join('\n') })),
  );
  return (text, limit) =>
    index
      .search(text, { boost: BOOST })
      .slice(0, limit)
      .map(({ id }) => id);
}
