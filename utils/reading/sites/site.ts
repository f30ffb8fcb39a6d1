/** The interface of a site: one small object in one file that reads the cards of its pages. */
import type { PaperCard } from '@/utils/paper/schema';

/** What identifies a listing: its address, which does not depend on how one got there, and its day or month. */
export type Listing = Pick<PaperCard, 'listing' | 'listedAt'>;

/** What a site may know about the page around a card. Sites have no clock and fetch nothing. */
export interface PageContext {
  document: Document;
  url: URL;
  /** The current day in UTC (YYYY-MM-DD), only for dates printed without a year. */
  today: string;
  /** The page's embedded records by paper id, as `Site.embedded` returned them. */
  embedded: ReadonlyMap<string, unknown>;
  /** As returned by `Site.listing`; part of every card. */
  listing: Listing;
}

export interface Site {
  /** The file name, the fixture folder and the name stored with every paper, so it is never renamed. */
  id: string;
  name: string;
  /** Manifest match patterns, as narrow as possible. The manifest takes them from here. */
  matches: readonly string[];
  /** Whether its pages are read only after the user allows it. True for all but the first sites. */
  optional?: true;
  /** Selects one element per paper. */
  card: string;
  /** Parses the data embedded in the page, by paper id; empty if missing or broken. */
  embedded?(document: Document): ReadonlyMap<string, unknown>;
  /** Identifies the listing. Called once per page. */
  listing(page: Omit<PageContext, 'listing'>): Listing;
  /**
   * The paths of its listings of a day, a week, a month or a category. Where a page changes its address without a load, a
   * look notes only of these that a paper was seen there.
   */
  lasting?: RegExp;
  /**
   * Reads one card; undefined if it has no id or no title. Never fetches or writes. An error loses only this card.
   */
  read(card: Element, page: PageContext): PaperCard | undefined;
  /**
   * Keys (`namespace:value`, as in the cards' identifiers) of the papers that the page's list links to. They are
   * found without the cards, so that `health.ts` can compare the two. An entry that is not a known id stands for a
   * missed card. `url` defaults to that of the document.
   */
  mentioned(document: Document, url?: URL): ReadonlySet<string>;
  /** The element that holds the button, if not the card itself. It must have a box. */
  mount?(card: Element): Element;
  /** What shows a card's title: the button covers none of it. */
  titles?(card: Element): Iterable<Element>;
  /** The corner of `mount` where the button stands if it covers nothing there; right by default. */
  corner?(card: Element): 'left' | 'right';
}
