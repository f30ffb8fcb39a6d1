/**
 * Who may import whom, where the linter cannot see it: through other files, in circles, and from room to room within the
 * four first folders; between these the linter holds the stairs.
 */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesOfFiles, circlesOfRooms } from './circles';
import { shipped } from './files';
import { graphOf, loadedWith } from './import-graph';

const graph = graphOf(shipped.filter((path) => /\.tsx?$/.test(path)));

describe('what runs in pages loads', () => {
  const starts = shipped.filter((path) => /^entrypoints\/([\w-]+\.content|collect)\.ts$/.test(path));

  test('with at least one script', () => {
    expect(starts.length).toBeGreaterThan(1);
  });

  test.each(starts)('neither shapes, nor a database, nor a view: %s', (start) => {
    const heavy = [...loadedWith(start, graph)]
      .filter(([to]) => /^(?:zod|dexie|preact|minisearch)(?:\/|$)|^(?:storage|components)\//.test(to))
      .map(([, way]) => way.join(' -> '));
    expect(heavy, 'use `import type` (`import { type X }` loads the file), or move what is needed').toEqual(
      [],
    );
  });
});

describe('rooms look down the stairs', () => {
  /** What a room may import of its own first folder, beside itself; `utils` are the files directly in it. */
  const BELOW: [room: string, below: readonly string[]][] = [
    ['utils/text', []],
    ['utils/paper', ['utils', 'utils/text']],
    ['utils/reading', ['utils', 'utils/text', 'utils/paper']],
    ['utils/query', ['utils', 'utils/text', 'utils/paper', 'utils/reading']],
    ['utils/formats', ['utils', 'utils/text', 'utils/paper', 'utils/reading', 'utils/query']],
    ['storage/change', ['storage']],
    ['storage/import', ['storage', 'storage/change']],
    ['components/browser', []],
    ['components/list', []],
    ['components/hooks', ['components/browser', 'components/list']],
  ];

  test.each(BELOW)('%s', (room, below) => {
    const mine = [...graph].filter(([path]) => isIn(path, room));
    expect(mine.length, 'remove the room from BELOW, or name it as it is called now').toBeGreaterThan(0);
    const up = mine.flatMap(([path, imports]) =>
      imports
        .filter(({ to }) => to.startsWith(`${posix.dirname(room)}/`))
        .filter(({ to }) => ![room, ...below].some((place) => isIn(to, place)))
        .map(({ to }) => `${path} -> ${to}`),
    );
    expect(up, `${room} imports nothing but ${below.join(', ') || 'itself'} here`).toEqual([]);
  });

  function isIn(path: string, place: string): boolean {
    return place.includes('/') ? path.startsWith(`${place}/`) : posix.dirname(path) === place;
  }
});

describe('no circles', () => {
  test('between files', () => {
    expect(circlesOfFiles(graph), 'move what both need into a third file').toEqual([]);
  });

  test('between rooms', () => {
    expect(
      circlesOfRooms(graph),
      'move one of these files, or what it needs, to where both can see it',
    ).toEqual([]);
  });
});
