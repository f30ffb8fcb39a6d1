/**
 * Says what a newcomer forgot: here what belongs to a site, a format, a source; the folder beside this file looks at code,
 * imports, words and rights. Every message tells what to do.
 */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '@/utils/formats';
import { SITES } from '@/utils/reading/sites';
import { filesIn, nameOf, read } from './conventions/files';

/** Sources that have no test of their own, and why. */
const UNTESTED: Record<string, string> = {
  'storage/backup/backup-database.ts': 'tables only',
  'utils/reading/sites/site.ts': 'types only',
  'utils/formats/parts/format.ts': 'types only',
  'utils/formats/citations/style.ts': 'types only',
  'utils/formats/html/script.d.ts': 'types only',
  'utils/formats/html/page/paper-data.ts': 'types only',
  'utils/formats/html/page/main.ts': 'one call; tests/e2e/html-file.spec.ts runs it',
  'utils/formats/parts/file-entry.ts': 'types only',
  'utils/formats/parts/refusal.ts': 'types only',
  'utils/formats/parts/columns.ts': 'a list',
  'utils/formats/papermemory/found.ts': 'types only',
  'utils/formats/parts/reading/cursor.ts':
    'a place in a text; scan-file.test.ts and json-members.test.ts test it',
  ...Object.fromEntries(
    ['entry-kinds', 'read-card', 'scan-entry', 'scan-value', 'text-signs'].map((name) => [
      `utils/formats/bibtex/reading/${name}.ts`,
      'a step of reading BibTeX; scan-file.test.ts, text-of-tex.test.ts and read-bibtex.test.ts test it',
    ]),
  ),
  ...Object.fromEntries(
    ['described-card', 'gathered-entries', 'tagged-record'].map((name) => [
      `utils/formats/parts/reading/${name}.ts`,
      'a step of several readers; read-ris.test.ts and its neighbours test it',
    ]),
  ),
  'utils/formats/ris/entry-of-ris.ts': 'a step of reading RIS; read-ris.test.ts tests it field by field',
  'utils/formats/csl-json/entry-of-item.ts': 'a step; read-csl-json.test.ts tests it field by field',
  ...Object.fromEntries(
    ['nbib/read-nbib', 'nbib/entry-of-nbib', 'web-of-science/read-wos', 'web-of-science/entry-of-wos']
      .concat('endnote/read-enw', 'endnote/entry-of-enw')
      .map((name) => [`utils/formats/${name}.ts`, 'a step; the test of its format tests it']),
  ),
  'utils/formats/index.ts': 'a list; this file holds it against the folder',
  'storage/change/matches.ts': 'half of every command; commands.test.ts tests it through them',
  'storage/change/records.ts': 'the steps of commands; commands.test.ts and its properties test them',
  'storage/change/look.ts': 'commands.look.test.ts tests it through the command',
  'storage/change/revert.ts': 'one command; commands.test.ts and its properties test it',
  'storage/change/revert-part.ts':
    'undo with reading and writing; commands.test.ts and tasks.test.ts test it',
  'storage/import/save-staged.ts': 'a step of an import; commands.import.test.ts and tasks.test.ts test it',
  'storage/import/reader.worker.ts': 'wiring; tests/e2e/import.spec.ts runs it',
  'storage/import/start-reader.ts': 'wiring; tests/e2e/import.spec.ts runs it',
  'storage/export/writer.worker.ts': 'wiring; tests/e2e/export.spec.ts runs it',
  'storage/export/start-writer.ts': 'wiring; tests/e2e/export.spec.ts runs it',
  'storage/change/edit-part.ts': 'an edit with reading and writing; edit.test.ts tests it',
  'storage/index-rows.ts': 'types only',
  'storage/alike-step.ts': 'duplicates.test.ts reads what it found',
  'storage/forget-words.ts': 'a step of deleting for good; forget.test.ts tests it',
  'storage/merges.ts': 'links.test.ts takes apart what it found',
  'utils/paper/choices.ts': 'a shape; link-handlers.test.ts sends good and bad ones',
  'storage/change/search-rows.ts': 'the steps of saved searches; saved-searches.test.ts tests them',
  'utils/query/library-row.ts': 'two kinds of rows; write-backup.test.ts reads and writes both',
  'storage/everything.ts': 'backup.property.test.ts takes it to another library and back',
  'storage/export/back-up.ts':
    'one file of what everything.ts reads; the end-to-end test of backups downloads it',
  'storage/setting-rows.ts': 'types only',
  'storage/search/search-events.ts': 'types only',
  'storage/change/derive.ts': 'a step of every change; soundness.ts holds its rows against a naive count',
  'utils/reading/collect/item.ts': 'types only',
  'utils/reading/listed/runs.ts': 'a step of rows.ts; rows.test.ts reads rows with them',
  'utils/reading/listed/pairs.ts': 'a step of reading lists; listed.test.ts reads whole pages',
  'utils/reading/listed/complete.ts': 'a step of reading lists; listed.test.ts reads whole pages',
  'utils/reading/people/name-words.ts': 'lists of words; scan-names.test.ts reads names with them',
  'utils/reading/copied-text/found-paper.ts': 'types only',
  'utils/query/query-tree.ts': 'types only',
  'utils/paper/reading-order.ts': 'a list; queue.test.ts reads by each of it',
  ...Object.fromEntries(
    [
      ...['build-segment', 'document', 'merge-documents', 'merge-segments', 'postings', 'term-stream'].map(
        (name) => `segment/${name}`,
      ),
      ...['evaluate', 'filters', 'phrases', 'plan', 'score', 'hold-postings', 'top'].map(
        (name) => `query/${name}`,
      ),
    ].map((name) => [
      `storage/search/${name}.ts`,
      'a part of every answer; find.test.ts holds them against MiniSearch, query.test.ts against a naive reading',
    ]),
  ),
  ...Object.fromEntries(
    ['upkeep/freeze', 'rows/chunk-rows', 'rows/index-state', 'rows/index-store', 'rows/segment-rows'].map(
      (name) => [
        `storage/search/${name}.ts`,
        'a step between database and answer; tend-index.test.ts stops, damages and repeats them',
      ],
    ),
  ),
  'storage/search/segment/chunk-key.ts': 'types, a name and an error',
  'storage/search/segment/segment.ts': 'the names and numbers of the format',
  'utils/messages.ts': 'types, and one call of the messaging library',
};

describe('sites', () => {
  const ids = filesIn('utils/reading/sites')
    .filter((path) => path.endsWith('.ts'))
    .map(nameOf)
    .filter((name) => !['site', 'index', 'read-page', 'health', 'scrub'].includes(name));

  test('are registered under the names of their files', () => {
    expect(
      SITES.map(({ id }) => id).sort(),
      'add the site to SITES in utils/reading/sites/index.ts, with id = file name',
    ).toEqual(ids.sort());
  });

  test.each(ids)('%s has a page to be tested with', (id) => {
    const folder = `tests/fixtures/${id}`;
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const pages = files.filter((name) => name.endsWith('.html'));
    expect(pages.length, `put at least one page into ${folder}/`).toBeGreaterThan(0);
    for (const page of pages) {
      const answer = page.replace(/html$/, 'expected.json');
      expect(files, `write what the cards of ${page} say into ${folder}/${answer}`).toContain(answer);
    }
  });

  test.each(SITES)('$id has a content script', ({ id, optional }) => {
    const path = `entrypoints/${id}.content.ts`;
    expect(existsSync(path), `write ${path}, as its neighbours are`).toBe(true);
    const atOnce = /matches: \[\.\.\.\w+\.matches\]/.test(read(path));
    const onDemand = read(path).includes("registration: 'runtime'");
    expect(
      { atOnce, onDemand },
      'an optional site is registered at runtime, a first one by its matches',
    ).toEqual({
      atOnce: !optional,
      onDemand: optional === true,
    });
  });

  test.each(SITES)('$id is named in the README', ({ id, name }) => {
    const readme = existsSync('README.md') ? read('README.md') : '';
    const row = readme.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${id}\``));
    expect(
      row.join('\n'),
      `add a row with \`${id}\` and “${name}” to the table of sites in README.md`,
    ).toContain(name);
  });
});

test('formats are registered under the names of their files', () => {
  // A format is a file, or a folder with a file of its name.
  const ids = readdirSync('utils/formats')
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => !['index', 'parts', 'README.md'].includes(name));
  expect(
    FORMATS.map(({ id }) => id).sort(),
    'add the format to FORMATS in utils/formats/index.ts, with id = file name',
  ).toEqual(ids.sort());
});

describe('tests', () => {
  const sources = [...filesIn('utils'), ...filesIn('storage')].filter((path) => path.endsWith('.ts'));

  test('mirror the sources', () => {
    const missing = sources
      .filter((path) => !(path in UNTESTED))
      .map((path) => `tests/${path.replace(/\.ts$/, '.test.ts')}`)
      .filter((path) => !existsSync(path));
    expect(missing, 'write these tests, or add the source to UNTESTED with a reason').toEqual([]);
  });

  test('are missing only for sources that exist and have none', () => {
    const tested = (path: string) => existsSync(`tests/${path.replace(/\.ts$/, '.test.ts')}`);
    const gone = Object.keys(UNTESTED).filter((path) => !sources.includes(path) || tested(path));
    expect(gone, 'remove these from UNTESTED').toEqual([]);
  });
});
