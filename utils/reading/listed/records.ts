/** Finds what the rows of one entry have in common: the smallest part of the page that has siblings of its own shape. */
import { nextElementSibling, parentElement, previousElementSibling } from '../dom';
import { type Row, shapeOf } from './rows';

/** Most levels climbed. */
const HIGHEST = 40;
/** More rows than that are a list, and not an entry of one. */
const LARGEST = 16;

export interface Records {
  /** The entry that two rows stand in together, if they do. */
  shared(a: Row, b: Row): Element | undefined;
}

export function recordsOf(rows: readonly Row[]): Records {
  const counts = new Map<Element, number>();
  for (const { block } of rows) {
    let up: Element | null = block;
    for (let level = 0; up && level < HIGHEST; level++, up = parentElement(up))
      counts.set(up, (counts.get(up) ?? 0) + 1);
  }
  const repeated = new Map<Element, boolean>();
  const isRepeated = (element: Element) => {
    const known = repeated.get(element);
    if (known !== undefined) return known;
    const shape = shapeOf(element);
    const found = [previousElementSibling(element), nextElementSibling(element)].some(
      (one) => one && shapeOf(one) === shape,
    );
    repeated.set(element, found);
    return found;
  };
  const entryOf = (from: Element): Element | undefined => {
    let up: Element | null = from;
    for (let level = 0; up && level < HIGHEST; level++, up = parentElement(up)) {
      if ((counts.get(up) ?? 0) > LARGEST) return undefined;
      if (isRepeated(up)) return up;
    }
    return undefined;
  };
  return {
    shared(a, b) {
      const common = a.block === b.block ? a.block : commonOf(a.block, b.block);
      return common && (counts.get(common) ?? 0) <= LARGEST ? entryOf(common) : undefined;
    },
  };
}

function commonOf(a: Element, b: Element): Element | undefined {
  const path = new Set<Element>();
  let up: Element | null = a;
  for (let level = 0; up && level < HIGHEST; level++, up = parentElement(up)) path.add(up);
  up = b;
  for (let level = 0; up && level < HIGHEST; level++, up = parentElement(up)) if (path.has(up)) return up;
  return undefined;
}
