/** Says what a newcomer forgot. Every message tells what to do. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, test, vi } from 'vitest';
import { FORMATS } from '@/utils/formats';
import { SITES } from '@/utils/reading/sites';

vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));

/** What is shipped; rules about code hold for these. */
const SHIPPED = ['entrypoints', 'components', 'storage', 'utils'];
const CODE = /\.(tsx?|mjs|css)$/;

const shipped = SHIPPED.flatMap(filesIn).filter((path) => CODE.test(path));
const written = [...shipped, ...filesIn('scripts'), ...filesIn('tests')].filter((path) => CODE.test(path));

/** Sources that have no test of their own, and why. */
const UNTESTED: Record<string, string> = {
  'utils/reading/sites/site.ts': 'types only',
  'utils/formats/format.ts': 'types only',
  'utils/formats/index.ts': 'a list; this file holds it against the folder',
  'storage/change/matches.ts': 'half of every command; commands.test.ts tests it through them',
  'storage/change/records.ts': 'the steps of commands; commands.test.ts and its properties test them',
  'storage/change/revert.ts': 'one command; commands.test.ts and its properties test it',
  'storage/import/reader.worker.ts': 'wiring; tests/e2e/import.spec.ts runs it',
  'storage/import/start-reader.ts': 'wiring; tests/e2e/import.spec.ts runs it',
  'utils/reading/copied-text/found-paper.ts': 'types only',
  'utils/query/query-tree.ts': 'types only',
  ...Object.fromEntries(
    [
      ...[
        'build-segment',
        'dictionary',
        'document',
        'merge-documents',
        'merge-segments',
        'postings',
        'term-stream',
      ].map((name) => `segment/${name}`),
      ...['evaluate', 'expand', 'filters', 'phrases', 'plan', 'score', 'sources', 'top'].map(
        (name) => `query/${name}`,
      ),
    ].map((name) => [
      `storage/search/${name}.ts`,
      'a part of every answer; find.test.ts holds them against MiniSearch, query.test.ts against a naive reading',
    ]),
  ),
  ...Object.fromEntries(
    ['upkeep/freeze', 'upkeep/index-rows', 'page/memory'].map((name) => [
      `storage/search/${name}.ts`,
      'a step between database and answer; tend-index.test.ts stops, damages and repeats them',
    ]),
  ),
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
    const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
    const row = readme.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${id}\``));
    expect(
      row.join('\n'),
      `add a row with \`${id}\` and “${name}” to the table of sites in README.md`,
    ).toContain(name);
  });
});

test('formats are registered under the names of their files', () => {
  const ids = filesIn('utils/formats')
    .map(nameOf)
    .filter((name) => !['format', 'index', 'read-json'].includes(name));
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

describe('code', () => {
  const banned: [name: string, pattern: RegExp, advice: string][] = [
    [
      'a transaction whose body is no async function',
      /\.transaction\([^{;]*?(?<!async )\(\w*\) =>/,
      'write `async () =>`; storage/database.ts says why',
    ],
    [
      'builds no HTML from text',
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/,
      'make elements and text nodes: strings from pages are poison',
    ],
    [
      'runs no code from text',
      /\beval\(|\bnew Function\b/,
      'an extension may not do that, and never needs to',
    ],
    [
      'leaves the network alone',
      /\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew WebSocket\b/,
      'the extension makes no request of its own: ask first',
    ],
  ];

  test.each(banned)('%s', (_, pattern, advice) => {
    expect(linesMatching(shipped, pattern), advice).toEqual([]);
  });

  test('opens the database in one place', () => {
    const opening = linesMatching(shipped, /\b(new|extends) Dexie\b/).map((place) => place.split(':')[0]);
    expect([...new Set(opening)], 'take a database from storage/database.ts').toEqual([
      'storage/database.ts',
    ]);
  });

  test('imports nobody from far below', () => {
    const climbing = new RegExp(`['"]${'../'.repeat(2)}`);
    const imports = linesMatching(written, climbing).filter((line) => /\bfrom\b|\bimport\b/.test(line));
    expect(imports, 'use `./x` inside a folder and `@/folder/x` across').toEqual([]);
  });

  test('stays in files that can be read at once', () => {
    const long = [...shipped, ...filesIn('scripts')].filter((path) => read(path).split('\n').length > 251);
    expect(long, 'split these files: more than 250 lines').toEqual([]);
  });

  test('has a date on everything put off, and the date has not come', () => {
    const today = new Date().toISOString().slice(0, 10);
    const due = linesMatching(written, /\bTODO\b(?!:\s*string)/).filter((line) => {
      const date = /TODO \[(\d{4}-\d{2}-\d{2})\]/.exec(line)?.[1];
      return !line.startsWith('tests/conventions.test.ts') && (date === undefined || date < today);
    });
    expect(
      due,
      'write TODO [YYYY-MM-DD] with a day by which it is done; do those whose day has come',
    ).toEqual([]);
  });
});

describe('names', () => {
  test('are kebab-case', () => {
    const odd = [...written, ...filesIn('assets')].filter(
      (path) =>
        !path
          .split('/')
          .every(
            (part) => /^_?[a-z0-9]+([-.][a-z0-9]+)*$/.test(part) || /^(README\.md|_locales)$/.test(part),
          ),
    );
    expect(odd, 'rename these: lower case, words joined by hyphens').toEqual([]);
  });

  test('say what is inside', () => {
    const drawers = [...written]
      .flatMap((path) => path.split('/').slice(0, -1))
      .filter((part) => ['types', 'constants', 'services', 'helpers', 'core'].includes(part));
    expect(drawers, 'put each thing beside what uses it; name folders by what they do').toEqual([]);
  });
});

describe('words', () => {
  const keys = parseMessagesText(read('assets/locales/en.yml'), 'YAML')
    .map(({ key }) => key.join('.'))
    .filter((key) => !key.startsWith('@@')); // the browser's own
  const groups = [...new Set(keys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]))];
  const quoted = new RegExp(`(['"\`])((?:${groups.join('|')})\\.(?:[A-Za-z]|\\$\\{[^}]+\\})+)\\1`, 'g');
  const called = /\bi18n\.t\(\s*(['"`])([^'"`]+)\1/g;
  const used = shipped
    .map(read)
    .filter((code) => code.includes("'#i18n'"))
    .flatMap((code) => [...code.matchAll(quoted), ...code.matchAll(called)].map((found) => found[2] ?? ''));
  const inManifest = [
    read('wxt.config.ts'),
    ...filesIn('entrypoints')
      .filter((path) => path.endsWith('.html'))
      .map(read),
  ]
    .flatMap((text) => [...text.matchAll(/__MSG_(\w+?)__/g)])
    .map((found) => found[1] ?? '');
  const names = [...new Set([...used, ...inManifest])];

  test('that are used exist', () => {
    expect(names.length).toBeGreaterThan(0);
    const unknown = names.filter((name) => !keys.some((key) => patternOf(name).test(key)));
    expect(unknown, 'add these to assets/locales/en.yml').toEqual([]);
  });

  test('that exist are used', () => {
    const unused = keys.filter((key) => !names.some((name) => patternOf(name).test(key)));
    expect(unused, 'remove these from assets/locales/en.yml').toEqual([]);
  });

  /** A key, or a template such as `failure.${code}`, as a pattern of keys. */
  function patternOf(name: string): RegExp {
    const parts = name.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[^.]+')}$`);
  }
});

describe('the manifest', () => {
  test.each([
    ['chrome', ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'sidePanel']],
    ['firefox', ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus']],
  ])('asks %s for these rights only', async (browser, permissions) => {
    const { default: config } = await import('@/wxt.config');
    const manifest = await (config.manifest as (env: object) => Record<string, unknown>)({ browser });
    expect(manifest.permissions, 'a new right needs a reason in the README, then change it here').toEqual(
      permissions,
    );
    const others = Object.keys(manifest).filter((key) =>
      /permissions|web_accessible|externally|content_scripts/.test(key),
    );
    expect(others.sort(), 'no further rights, hosts or resources').toEqual([
      'optional_host_permissions',
      'permissions',
    ]);
    const optional = SITES.filter((site) => site.optional).flatMap(({ matches }) => matches);
    expect(manifest.optional_host_permissions).toEqual(optional);
    expect(JSON.stringify(manifest.content_security_policy)).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('the repository', () => {
  const shared = [...written, ...filesIn('assets'), ...readdirSync('.').filter((name) => isText(name))];

  test('names no registry', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.includes(':/'));
    expect(
      resolved.map(([name]) => name),
      'remove "resolved" from package-lock.json (npm: omit-lockfile-registry-resolved)',
    ).toEqual([]);
    const registry = new RegExp(['registry.npm', '_auth'].map((start) => `${start}(js|Token)`).join('|'));
    expect(linesMatching(shared, registry), 'leave registries to the configuration of the machine').toEqual(
      [],
    );
  });

  test('knows no place of one machine', () => {
    const places = new RegExp(`(^|[\\s'"\`(=:])/(${['work', 'root', 'home', 'Users'].join('|')})/`);
    expect(linesMatching(shared, places), 'use paths relative to the repository').toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('fixtures'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

function isText(name: string): boolean {
  return statSync(name).isFile() && /\.(ts|json|md|yml)$/.test(name);
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** `path:line: text` of every line that matches. */
function linesMatching(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
