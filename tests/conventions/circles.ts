/** Circles between rooms. A room is a folder; a file that lies directly in one of the first folders is its own. */
import { posix } from 'node:path';
import { circlesIn, type Graph } from './import-graph';

/** The room of a file. */
export function roomOf(path: string): string {
  const folder = posix.dirname(path);
  return folder.includes('/') ? folder : path;
}

/** Circles between files: `file -> file -> file`. */
export function circlesOfFiles(graph: Graph): string[] {
  const edges = new Map([...graph].map(([path, imports]) => [path, new Set(imports.map(({ to }) => to))]));
  return circlesIn(edges).map((circle) => circle.join(' -> '));
}

/** Circles between rooms, each step with a file that makes it: `room -> room: file -> file`. */
export function circlesOfRooms(graph: Graph): string[] {
  const edges = new Map<string, Set<string>>();
  const made = new Map<string, string>();
  for (const [path, imports] of graph)
    for (const { to } of imports) {
      const [from, into] = [roomOf(path), roomOf(to)];
      if (from === into || !graph.has(to)) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(into));
      made.set(`${from} -> ${into}`, `${path} -> ${to}`);
    }
  return circlesIn(edges).map((circle) =>
    circle
      .slice(1)
      .map((room, step) => `${circle[step]} -> ${room}`)
      .map((step) => `${step}: ${made.get(step)}`)
      .join('\n'),
  );
}
