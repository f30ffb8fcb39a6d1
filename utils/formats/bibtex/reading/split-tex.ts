/** Parts values at what stands outside of braces. */

/** The pieces between the separators; a `separator` is global, and what it finds begins with neither brace nor backslash. */
export function splitTex(tex: string, separator: RegExp): string[] {
  const sign = new RegExp(`[{}]|\\\\[\\s\\S]|${separator.source}`, 'gi');
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let found = sign.exec(tex); found; found = sign.exec(tex)) {
    const [text] = found;
    if (text === '{') depth++;
    else if (text === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !text.startsWith('\\')) {
      pieces.push(tex.slice(from, found.index));
      from = sign.lastIndex;
    }
  }
  pieces.push(tex.slice(from));
  return pieces;
}

/** What a value has within the braces that enclose all of it; undefined if none do. */
export function enclosed(tex: string): string | undefined {
  return tex.startsWith('{') && tex.endsWith('}') && closes(tex) ? tex.slice(1, -1) : undefined;
}

/** Whether the first brace is closed by the last sign. */
function closes(tex: string): boolean {
  let depth = 0;
  for (const { 0: brace, index } of tex.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return index === tex.length - 1;
  }
  return false;
}
