/** The database of SQLite: a table for full text, with the prefix indexes that typing needs, in a file of the origin. */
import sqlite3InitModule, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { PAPER_FIELDS } from '@/storage/search/families/papers-index';
import { fieldText } from '@/utils/paper/searched-texts';
import { Clock, LIMIT, type Prepare } from './contender';

const FILE = '/papers.sqlite3';
const CREATE = `CREATE VIRTUAL TABLE papers USING fts5(
  ${PAPER_FIELDS.join(', ')}, id UNINDEXED, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2')`;
/** Weights of the columns as in our own index. */
const FIND = `SELECT title FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 3, 2, 2, 1, 1, 1) LIMIT ${LIMIT}`;

async function openFile(papers: number): Promise<{ db: Database; sqlite: Sqlite3Static }> {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: `bench-${papers}`, initialCapacity: 6 });
  return { db: new pool.OpfsSAHPoolDb(FILE), sqlite };
}

export const createIndex: Prepare = async (papers, batches, deadline) => {
  const clock = new Clock(deadline);
  const { db } = await clock.run(() => openFile(papers));
  db.exec(['PRAGMA journal_mode = TRUNCATE', 'DROP TABLE IF EXISTS papers', CREATE].join(';'));
  const marks = Array.from({ length: PAPER_FIELDS.length + 1 }, () => '?').join(', ');
  const insert = db.prepare(`INSERT INTO papers VALUES (${marks})`);
  for (const batch of batches())
    await clock.run(() => {
      db.exec('BEGIN');
      for (const { paper } of batch)
        insert.bind([...PAPER_FIELDS.map((field) => fieldText(paper, field)), paper.id]).stepReset();
      db.exec('COMMIT');
    });
  insert.finalize();
  await clock.run(() => db.exec("INSERT INTO papers(papers) VALUES ('optimize')"));
  const bytes = Number(
    db.selectValue('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
  );
  db.close();
  return { ms: clock.ms, bytes };
};

/** Finds titles, or tells how much memory the module has taken. */
export async function openDatabase(papers: number) {
  const { db, sqlite } = await openFile(papers);
  const statement = db.prepare(FIND);
  return {
    memory: () => sqlite.wasm.heap8u().length,
    find(query: string): string[] {
      const titles: string[] = [];
      statement.bind([
        query
          .split(' ')
          .map((word) => `"${word.replaceAll('"', '""')}"*`)
          .join(' '),
      ]);
      while (statement.step()) titles.push(String(statement.get(0)));
      statement.reset();
      return titles;
    },
  };
}
