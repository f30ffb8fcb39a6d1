/** Gathers the cards of a page: one for each paper, in page order. */
import { weigh } from '@/utils/paper/evidence';
import type { PaperCard } from '@/utils/paper/schema';
import { squash } from '@/utils/text/clean';
import { parentElement } from '../dom';

/** Most levels climbed to find where a thing stands. */
const HIGHEST = 100;
/** Most cards with one identifier that another one with it is compared with. */
const MOST_COMPARED = 100;

export class Found {
  readonly #byKey = new Map<string, PaperCard>();
  /** Cards whose identifier an earlier one has that is another paper. */
  readonly #sharing = new Map<string, PaperCard[]>();
  readonly #places = new Map<PaperCard, number>();
  /** Cards of which only sentences have told so far. */
  readonly #inPassing = new Set<PaperCard>();
  /** The number of the row that an element begins. */
  readonly #rows: ReadonlyMap<Node, number>;

  constructor(rows: ReadonlyMap<Node, number>) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** An identifier tells that it is a paper, whatever its form. */
  cards(): PaperCard[] {
    const cards = [...this.#places].sort(([, a], [, b]) => a - b).map(([card]) => card);
    return cards.map(({ unsure, ...card }) => (unsure && !isNamed(card) ? { ...card, unsure } : card));
  }

  /** The number of the row in which something stands; undefined if it is in none. */
  placeOf(node: Node | undefined): number | undefined {
    let up = node ?? null;
    for (let level = 0; up && level < HIGHEST; level++, up = parentElement(up)) {
      const place = this.#rows.get(up);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /**
   * Merges a card into the one that shares an identifier with it, since a page may name a paper more than once, or the
   * title, if one of them has no identifier. Identifiers that another card already has, or a second value in a namespace,
   * are not merged: a page must not turn two papers into one. Nor are two of clearly other titles and authors: a DOI may be
   * that of their book, or by mistake that of the whole page. What a sentence calls a paper `in passing` gives way to the title
   * that an entry of its own has.
   */
  add(card: PaperCard, place: number, inPassing = false): void {
    const entries = Object.entries(card.identifiers);
    const keys = keysOf(card);
    const holders = keys.flatMap((key) => [this.#byKey.get(key) ?? [], this.#sharing.get(key) ?? []].flat());
    const compared = holders.slice(0, MOST_COMPARED);
    const known = compared.find((one) => weigh(one, card) !== 'different') ?? this.#sameTitle(card);
    if (!known && holders.length > 0) {
      for (const key of keys) {
        const others = this.#sharing.get(key) ?? [];
        others.push(card);
        this.#sharing.set(key, others);
      }
      this.#places.set(card, place);
      return;
    }
    if (!known) {
      if (inPassing) this.#inPassing.add(card);
      for (const key of keys) this.#byKey.set(key, card);
      const title = titleKey(card);
      if (title && !this.#byKey.has(title)) this.#byKey.set(title, card);
      this.#places.set(card, place);
      return;
    }
    const own = entries.filter(([name, value]) => !this.#byKey.has(`${name}:${value}`));
    if (entries.some(([name, value]) => (known.identifiers[name] ?? value) !== value)) {
      if (own.length > 0) this.add({ ...card, identifiers: Object.fromEntries(own) }, place);
      return;
    }
    const identifiers = { ...Object.fromEntries(own), ...known.identifiers };
    const isBetter = !inPassing && card.title !== undefined && this.#inPassing.delete(known);
    Object.assign(known, { ...card, ...known, ...(isBetter && { title: card.title }), identifiers });
    for (const [name, value] of own) this.#byKey.set(`${name}:${value}`, known);
  }

  /** A card with the same title, if at most one of the two has identifiers, and nothing tells their authors apart. */
  #sameTitle(card: PaperCard): PaperCard | undefined {
    const title = titleKey(card);
    const known = title === undefined ? undefined : this.#byKey.get(title);
    if (!known || (isNamed(known) && isNamed(card))) return undefined;
    return known.authors && card.authors && squash(known.authors.join()) !== squash(card.authors.join())
      ? undefined
      : known;
  }
}

function isNamed({ identifiers }: PaperCard): boolean {
  return Object.keys(identifiers).length > 0;
}

function keysOf(card: PaperCard): string[] {
  const keys = Object.entries(card.identifiers).map(([name, value]) => `${name}:${value}`);
  return keys.length > 0 ? keys : [`${titleKey(card)} ${squash((card.authors ?? []).join())}`];
}

function titleKey({ title }: PaperCard): string | undefined {
  const key = title && squash(title);
  return key ? `title:${key}` : undefined;
}
