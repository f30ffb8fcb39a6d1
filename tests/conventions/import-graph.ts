/** Who imports whom, as the parser reads the sources. Paths are relative to the repository. */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { read } from './files';

/** `value`: loaded with the file; `type`: gone when it is built; `later`: loaded once it is asked for. */
export type ImportKind = 'value' | 'type' | 'later';

export interface Import {
  kind: ImportKind;
  /** As it is written. */
  name: string;
}

/** One file's imports, to a file of ours or by the name of a package. */
export type Graph = ReadonlyMap<string, readonly { kind: ImportKind; to: string }[]>;

/**
 * What a file imports. `import { type X }` counts as a value: the bundler keeps `import {}` of it, and with it all that
 * the other file does when it is loaded. Only `import type` goes without a trace.
 */
export function importsIn(path: string, code: string): Import[] {
  const found: Import[] = [];
  function add(kind: ImportKind, name: object | null): void {
    if (name && 'value' in name && typeof name.value === 'string') found.push({ kind, name: name.value });
  }
  new Visitor({
    ImportDeclaration: ({ importKind, source }) => add(importKind ?? 'value', source),
    ExportNamedDeclaration: ({ exportKind, source }) => add(exportKind ?? 'value', source),
    ExportAllDeclaration: ({ exportKind, source }) => add(exportKind ?? 'value', source),
    TSImportType: ({ source }) => add('type', source),
    ImportExpression: ({ source }) => add('later', source),
  }).visit(parseSync(path, code).program);
  return found;
}

/** The file that `name` means in the file at `path`; the package's name if it is none of ours. */
export function resolveImport(
  path: string,
  name: string,
  exists: (path: string) => boolean = existsSync,
): string {
  const bare = name.replace(/\?.*$/, ''); // `./x.css?inline`
  if (!/^(?:\.{1,2}|@)\//.test(bare)) return bare;
  const at = bare.startsWith('@/') ? bare.slice(2) : posix.join(posix.dirname(path), bare);
  const file = [at, ...['.ts', '.tsx', '/index.ts'].map((end) => at + end)].find(
    (candidate) => /\.\w+$/.test(candidate) && exists(candidate),
  );
  if (!file) throw new Error(`${path} imports ${name}, and there is no such file`);
  return file;
}

/** The imports of all these files. */
export function graphOf(paths: readonly string[]): Graph {
  return new Map(
    paths.map((path) => [
      path,
      importsIn(path, read(path)).map(({ kind, name }) => ({ kind, to: resolveImport(path, name) })),
    ]),
  );
}

/** The way by which each file and package is loaded with the file at `start`: `start` itself, …, it. */
export function loadedWith(start: string, graph: Graph): Map<string, string[]> {
  const ways = new Map([[start, [start]]]);
  for (const [path, way] of ways)
    for (const { kind, to } of graph.get(path) ?? [])
      if (kind === 'value' && !ways.has(to)) ways.set(to, [...way, to]);
  return ways;
}

/** The shortest circle through each place that lies on one: a, …, a. A circle is told once. */
export function circlesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const told = new Set<string>();
  return [...edges.keys()].sort().flatMap((start) => {
    const circle = wayBack(start, edges);
    const name = circle?.slice(1).sort().join();
    if (!circle || !name || told.has(name)) return [];
    told.add(name);
    return [circle];
  });
}

function wayBack(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const ways = new Map<string, string[]>([[start, [start]]]);
  for (const [place, way] of ways)
    for (const next of edges.get(place) ?? []) {
      if (next === start) return [...way, start];
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  return undefined;
}
