import { expect, test } from 'vitest';
import { read, shipped } from './files';
import { badTransactions } from './transactions';

test('the body of every transaction is an async function', () => {
  const bad = shipped.flatMap((path) => badTransactions(read(path)).map((place) => `${path}:${place}`));
  expect(bad, 'write `async () =>`; storage/database.ts says why').toEqual([]);
});

test.each<[name: string, code: string]>([
  ['an arrow', `db.transaction('rw', db.papers, async () => work());`],
  [
    'an arrow over several lines',
    `db.transaction(\n  'rw',\n  [db.papers, db.aliases],\n  async () => {\n    await work();\n  },\n);`,
  ],
  ['an arrow that takes something', `db.transaction('rw', db.papers, async (tx) => {});`],
  ['a function', `db.transaction('r', db.papers, async function () {});`],
  [
    'of a call that is itself called upon',
    `db\n  .transaction(\n    'rw',\n    db.papers,\n    async () => {},\n  )\n  .catch(() => undefined);`,
  ],
  ['with a plain function inside', `db.transaction('r', db.papers, async () => ids.map((id) => id));`],
  ['none, as the browser has it', `db.transaction(store).objectStore(store).getAll();`],
  [
    'none, with a mode as the browser has it',
    `db.transaction(tables, 'readwrite', { durability: 'strict' });`,
  ],
  ['words in a comment', `// db.transaction('rw', db.papers, () => work())`],
])('good: %s', (_, code) => {
  expect(badTransactions(code)).toEqual([]);
});

test.each<[name: string, code: string, line: number]>([
  ['an arrow', `db.transaction('rw', db.papers, () => work());`, 1],
  [
    'an arrow over several lines',
    `\n\ndb.transaction(\n  'rw',\n  [db.papers, db.aliases],\n  () => {\n    work();\n  },\n);`,
    3,
  ],
  ['an arrow on a line of its own', `db.transaction('rw', db.papers,\n  () =>\n    work(),\n);`, 1],
  ['an arrow after a call with a semicolon in it', `db.transaction('rw', tables(';'), () => work());`, 1],
  ['an arrow that takes something', `db.transaction('rw', db.papers, (tx) => {});`, 1],
  ['an arrow with a type', `db.transaction('rw', db.papers, (): Promise<void> => work());`, 1],
  ['a function', `db.transaction('rw', db.papers, function () {});`, 1],
  ['a name', `db.transaction('rw', db.papers, work);`, 1],
  ['an arrow, the mode in a name', `db.transaction(mode, db.papers, () => work());`, 1],
  [
    'an arrow within a good one',
    `db.transaction('rw', a, async () => {\n  await db.transaction('r', a, () => work());\n});`,
    2,
  ],
])('bad: %s', (_, code, line) => {
  expect(badTransactions(code).map((place) => Number.parseInt(place, 10))).toEqual([line]);
});
