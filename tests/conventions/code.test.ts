/** What code may not do, and how files are named. */
import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesIn, linesMatching, read, shipped, written } from './files';

describe('code', () => {
  const banned: [name: string, pattern: RegExp, advice: string][] = [
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

  test('reads foreign pages where they cannot shadow the DOM', () => {
    const reading = shipped.filter(
      (path) =>
        /^(utils\/reading|entrypoints\/listing)\/.*\.ts$/.test(path) && path !== 'utils/reading/dom.ts',
    );
    const members =
      /(?<!\.)\.(querySelector(All)?|closest|matches|(get|has)Attribute)\(|(?<!\.)\.((first|last)(Element)?Child|(next|previous)(Element)?Sibling|parent(Node|Element)|childNodes|childElementCount|localName|nodeName|tagName|isConnected)\b/;
    expect(linesMatching(reading, members), 'use the functions of utils/reading/dom.ts').toEqual([]);
  });

  test('opens each database in one place', () => {
    const opening = linesMatching(shipped, /\b(new|extends) Dexie\b/).map((place) => place.split(':')[0]);
    expect([...new Set(opening)], 'take a database from one of these').toEqual([
      'storage/backup/backup-database.ts',
      'storage/database.ts',
    ]);
  });

  test('imports nobody from far below', () => {
    const climbing = new RegExp(`['"]${'../'.repeat(2)}`);
    const imports = linesMatching(written, climbing).filter((line) => /\bfrom\b|\bimport\b/.test(line));
    expect(imports, 'use `./x` inside a folder and `@/folder/x` across').toEqual([]);
  });

  test('lays our pages out from start to end, not from left to right', () => {
    // Buttons on foreign pages are placed as those pages are.
    const styles = [...shipped, ...filesIn('assets')].filter(
      (path) => path.endsWith('.css') && !path.startsWith('entrypoints/listing/'),
    );
    const sided = /(^|[\s;{-])(left|right)(-(width|style|color|radius))?\s*:|:\s*(left|right)\b/;
    expect(styles.length).toBeGreaterThan(10);
    expect(
      linesMatching(styles, sided),
      'use logical properties: margin-inline-start, inset-inline-end',
    ).toEqual([]);
  });

  test('waits for what it needs, not for a number of seconds', () => {
    const unit = written.filter((path) => /\.test\.tsx?$/.test(path));
    const limits = /^\s*\}, [\d_]{4,}\);$|^\s*[\d_]{4,},$|\bwaitFor\(.*, [\d_]{4,}\)|\btimeout: [\d_]+/;
    expect(linesMatching(unit, limits), 'leave the time to vitest.config.ts').toEqual([]);
  });

  test('takes off what a test put in the place of a global, and nothing else', () => {
    const tests = written.filter(
      (path) => path.startsWith('tests/') && !path.startsWith('tests/conventions/'),
    );
    expect(
      linesMatching(tests, /unstubAllGlobals/),
      'put the one back: `browser` is such a global, for all files that share modules',
    ).toEqual([]);
  });

  test('stays in files that can be read at once', () => {
    const long = [...shipped, ...filesIn('scripts')].filter((path) => read(path).split('\n').length > 251);
    expect(long, 'split these files: more than 250 lines').toEqual([]);
  });

  test('has a date on everything put off, and the date has not come', () => {
    const today = new Date().toISOString().slice(0, 10);
    const due = linesMatching(written, /\bTODO\b(?!:\s*string)/).filter((line) => {
      const date = /TODO \[(\d{4}-\d{2}-\d{2})\]/.exec(line)?.[1];
      return !line.startsWith('tests/conventions/code.test.ts') && (date === undefined || date < today);
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

function isText(name: string): boolean {
  return statSync(name).isFile() && /\.(ts|json|md|yml)$/.test(name);
}
