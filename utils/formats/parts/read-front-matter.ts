/** Front matter in YAML, as Obsidian and what writes for it have it. Only plain values are made of it. */
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

export interface FrontMatter {
  /** By name, in lower case. */
  properties: Map<string, unknown>;
  /** The text behind it. */
  body: string;
}

const BLOCK = /^---[ \t]*(?:\r\n?|\n)/;
const END = /(?:^|\r\n?|\n)(?:---|\.\.\.)[ \t]*(?=\r\n?|\n|$)/g;
/** Longest block that is read. */
const LONGEST = 300_000;

/** What a note has in front; undefined if it has nothing there, or nothing that is YAML. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const begin = BLOCK.exec(text)?.[0].length;
  if (begin === undefined) return undefined;
  const block = text.slice(begin, begin + LONGEST);
  END.lastIndex = 0;
  const end = END.exec(block);
  if (!end) return undefined;
  const values = parsed(block.slice(0, end.index));
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined;
  const properties = new Map(
    Object.entries(values).map(([name, value]): [string, unknown] => [
      name.toLowerCase().replace(/[\s_-]/g, ''),
      value,
    ]),
  );
  return { properties, body: text.slice(begin + end.index + end[0].length).replace(/^(?:\r\n?|\n)/, '') };
}

function parsed(yaml: string): unknown {
  try {
    return load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch {
    return undefined; // broken, or nested too deeply
  }
}
