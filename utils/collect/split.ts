/** Several papers that one part of a page speaks of. */
import type { Item } from './items';
import { INLINE, linesOf } from './lines';
import { asTitle, GAP, telling, withoutIdentifiers, wordsOf } from './phrases';
import type { Mention } from './walk';

/** One item per paper, where several are named that only differ in where they are published. */
export function papersIn(item: Item): Item[] {
  const papers = united(item.mentions);
  if (papers.length < 2) return [item];
  const names = papers.map((mentions) => mentions.map(nameOf).find((name) => name !== undefined));
  const distinct = new Set(names.filter((name) => name !== undefined));
  const clashing =
    new Set(item.mentions.flatMap(({ identifiers }) => keys(identifiers))).size !==
    new Set(item.mentions.flatMap(({ identifiers }) => Object.keys(identifiers))).size;
  const apart = isApart(item);
  if (distinct.size < 2 && !clashing && !apart) return [item];
  return papers.map((mentions) => ({
    mentions,
    nodes: mentions.filter(({ href }) => href).map(({ element }) => element),
    prose: item.prose || apart,
    free: item.free,
  }));
}

/** Whether words stand between what leads to papers in a paragraph: then it tells of several. */
function isApart({ nodes }: Item): boolean {
  const [node] = nodes;
  if (!node || !/^(?:p|#text)$/i.test(INLINE.test(node.nodeName.toLowerCase()) ? '#text' : node.nodeName))
    return false;
  return linesOf(nodes).some(({ text }) => {
    const between = withoutIdentifiers(text).split(GAP).slice(1, -1);
    return between.some((words) => telling(words) >= 2 || wordsOf(words).length >= 3);
  });
}

/** The title that a link shows. */
function nameOf({ element, href }: Mention): string | undefined {
  return href ? asTitle(element.textContent.slice(0, 1000), 1)?.toLowerCase() : undefined;
}

/** Mentions that share an identifier are of one paper. */
function united(mentions: readonly Mention[]): Mention[][] {
  const groups: { keys: Set<string>; mentions: Mention[] }[] = [];
  const byKey = new Map<string, (typeof groups)[number]>();
  for (const mention of mentions) {
    const own = keys(mention.identifiers);
    let group = own.map((key) => byKey.get(key)).find((one) => one !== undefined);
    if (!group) {
      group = { keys: new Set(), mentions: [] };
      groups.push(group);
    }
    group.mentions.push(mention);
    for (const key of own) byKey.set(key, group);
  }
  return groups.map((group) => group.mentions);
}

function keys(identifiers: Readonly<Record<string, string>>): string[] {
  return Object.entries(identifiers).map(([name, value]) => `${name}:${value}`);
}
