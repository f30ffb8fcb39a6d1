/** Finds the abstract, authors and code of a paper in the part of the page that is about it. */

import { oneLine, squash } from '@/utils/text/clean';
import {
  clip,
  contains,
  firstElementChild,
  getAttribute,
  isElement,
  localName,
  nextElementSibling,
  parentElement,
  query,
  queryAll,
  textOf,
} from '../dom';
import { INLINE } from '../listed/rows';
import { personNames } from '../metadata/person-names';
import { scanNames } from '../people/scan-names';
import { GAP, isNames, mayBeName, telling } from '../phrases';
import { shownText } from '../shown-text';
import { first } from './first';
import type { Item } from './item';
import { linesOf } from './lines';
import { namesAlone, namesBeside } from './names-ahead';

/** Shortest abstract, in UTF-16 units; Chinese and Japanese need only a third of that. */
const SHORTEST_ABSTRACT = 200;
/** Most levels from an inline element to its block. */
const HIGHEST = 30;
const ANNOUNCED = /^(?:abstract|summary|tl;?dr|摘要|概要|zusammenfassung)\s*[:：.—-]?\s*/i;

/**
 * A paragraph marked or labelled as an abstract, else the longest one with sentences of its own: not the entry itself, with
 * the title or the link to the paper in it, and not a reference to copy.
 */
export function abstractIn({ nodes, prose, mentions }: Item, title?: string): string | undefined {
  if (prose) return undefined;
  const parts = [...nodes.filter(isElement), ...foldedAbstract(nodes.at(-1))];
  const key = squash(title ?? '');
  const found = parts
    .flatMap((element) => [element, ...queryAll(element, 'p, blockquote, div, span, td, dd')])
    .slice(0, 300)
    .filter((one) => /^(?:p|blockquote|div|span)$/.test(localName(one)))
    .filter((one) => !query(one, 'p, div, blockquote, li, tr, h1, h2, h3, h4'))
    .flatMap((block): { text: string; said: boolean }[] => {
      const whole = shownText(block).trim();
      const name = getAttribute(block, 'class') ?? '';
      const said = ANNOUNCED.test(whole) || /abstract|summary/i.test(name);
      const text = whole.replace(ANNOUNCED, '');
      if (!isLong(text) || !/[.?!。！？]/.test(text)) return [];
      if (/tl;?dr/i.test(`${name} ${whole.slice(0, 6)}`)) return [];
      if (said) return [{ text, said }];
      const row = rowAround(block);
      const isEntry =
        mentions.some(({ element }) => contains(row, element)) ||
        (key.length > 12 && squash(text).includes(key));
      return isEntry || !/^["“„«‘'([¿¡]{0,3}[\p{Lu}\p{N}\p{Lo}]/u.test(text) || isReference(text)
        ? []
        : [{ text, said }];
    });
  return clip(
    found.sort((a, b) => Number(b.said) - Number(a.said) || b.text.length - a.text.length)[0]?.text,
  );
}

/** The block that an inline element is a part of. */
function rowAround(element: Element): Element {
  let up = element;
  for (let level = 0; level < HIGHEST && INLINE.test(localName(up)); level++) up = parentElement(up) ?? up;
  return up;
}

/** Names, and behind them no sentence that goes on: `Berg, A., Cai, B.: …` */
function isReference(text: string): boolean {
  const names = scanNames(text);
  return (
    names !== undefined &&
    names.names.length > 1 &&
    /^\s*(?:[.:;(]|,\s*["“„«(\d])/u.test(text.slice(names.end))
  );
}

/** A collapsed abstract below an entry, as on https://aclanthology.org/events/ */
function foldedAbstract(last: Node | undefined): Element[] {
  const next = last && isElement(last) && nextElementSibling(last);
  return next && /abstract/i.test(getAttribute(next, 'class') ?? '') && !query(next, 'a[href]') ? [next] : [];
}

function isLong(text: string): boolean {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return text.length + 2 * cjk >= SHORTEST_ABSTRACT;
}

/** The names in an element marked as authors or a line labelled so, else those right beside the title. */
export function authorsIn({ nodes, prose, mentions }: Item, title?: string): string[] | undefined {
  if (prose) return undefined;
  for (const element of nodes.filter(isElement)) {
    const marked = query(element, '[class*="author" i]');
    // The names may be marked one by one, next to each other.
    const block = (marked && localName(marked) === 'a' && parentElement(marked)) || marked;
    const names = block === marked ? 'a, [class*="author" i]' : '[class*="author" i]';
    const each = block ? queryAll(block, names).filter((one) => !firstElementChild(one)) : [];
    if (each.length > 0) return namesOf(each.map(textOf));
    const text = oneLine(block ? textOf(block).slice(0, 20_000) : '');
    if (isNames(text) || mayBeName(text)) return namesOf(text.split(/[,;·]|\s(?:and|und|&)\s/));
  }
  const lines = [...linesOf(nodes).map(({ text }) => text), ...mentions.flatMap(({ line }) => line ?? [])];
  const line = lines.find((text) => /^(?:authors?|autoren|作者|著者)\s*[:：]/i.test(text));
  if (line !== undefined) return namesOf(line.split(/[,;·，、]|\s(?:and|und|&)\s/));
  if (!title) return undefined;
  const texts = lines.map((text) => text.replaceAll(GAP, ' ').trim());
  const place = texts.findIndex((text) => text.includes(title));
  const beside =
    first(texts, (text) => namesBeside(text, title)) ??
    first([place + 1, place - 1], (index) => namesAlone(texts[index] ?? ''));
  return beside ? personNames(beside) : undefined;
}

function namesOf(texts: readonly string[]): string[] | undefined {
  const names = texts
    .map((text) =>
      oneLine(text)
        .replace(/^(?:(?:authors?|autoren|作者|著者)\s*[:：]|and\s)\s*|[,;·*]+$/gi, '')
        .trim(),
    )
    .filter(
      (name) => /\p{L}/u.test(name) && name.length <= 80 && !/^(?:et al\.?|authors?|show|more)$/i.test(name),
    );
  return names.length > 0 ? names.slice(0, 500) : undefined;
}

/**
 * A repository that the part links to. On GitHub's own pages, only if the link's text does not name something
 * else.
 */
export function linkedCode({ nodes, prose }: Item, url: URL): string | undefined {
  if (prose) return undefined;
  const links = nodes
    .filter(isElement)
    .flatMap((one) => (localName(one) === 'a' ? [one] : queryAll(one, 'a[href*="://git"]')));
  const link = links.find((one) => {
    const address = getAttribute(one, 'href') ?? '';
    if (!/^https:\/\/(?:github|gitlab)\.com\/[\w.-]+\/[\w.-]+\/?(?:[?#]|$)/.test(address)) return false;
    if (address.startsWith(`${url.origin}${url.pathname.split('/').slice(0, 3).join('/')}`)) return false;
    return (
      url.hostname !== 'github.com' ||
      /code|github|代码|repo/i.test(textOf(one)) ||
      telling(textOf(one)) === 0
    );
  });
  return clip(link && getAttribute(link, 'href'));
}
