/** SQLite's FTS5 with Porter's stems, asked for any word of a question, each word once. */

import sqlite from 'node-sqlite3-wasm';

/** @import { JudgedPaper } from './collections.mjs' */

/** Of title, abstract and authors. */
export const WEIGHTS = /** @type {const} */ ([
  [1, 1, 1],
  [3, 1, 2],
]);

const CREATE = `CREATE VIRTUAL TABLE papers USING fts5(title, abstract, authors, tokenize = 'porter unicode61')`;

/**
 * @typedef {object} Fts5
 * @property {(text: string, limit: number, weights: readonly number[]) => number[]} find the numbers of the best papers
 * @property {() => void} close
 */

/**
 * @param {readonly JudgedPaper[]} papers
 * @returns {Fts5}
 */
export function openFts5(papers) {
  const db = new sqlite.Database();
  db.exec(CREATE);
  const insert = db.prepare('INSERT INTO papers(rowid, title, abstract, authors) VALUES (?, ?, ?, ?)');
  db.exec('BEGIN');
  for (const { n, title, abstract, authors } of papers) insert.run([n, title, abstract, authors.join('\n')]);
  db.exec('COMMIT');
  insert.finalize();
  return {
    find(text, limit, weights) {
      const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))];
      if (words.length === 0) return [];
      const rows = db.all(
        `SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, ${weights.join(', ')}) LIMIT ?`,
        [words.map((word) => `"${word}"`).join(' OR '), limit],
      );
      return rows.map(({ rowid }) => Number(rowid));
    },
    close: () => db.close(),
  };
}
