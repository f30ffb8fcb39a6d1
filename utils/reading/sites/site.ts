/** The contract of a site: one small object in one file that knows how to read the cards of its pages. */
import type { PaperCard } from '@/utils/paper/schema';

/** What a listing is called: its address, the same however one came to it, and the day or month it is of. */
export type Listing = Pick<PaperCard, 'listing' | 'listedAt'>;

/** What a site may know about the page around a card. Sites have no clock and fetch nothing. */
export interface PageContext {
  document: Document;
  url: URL;
  /** The current day in UTC, `YYYY-MM-DD`: only for dates printed without a year. */
  today: string;
  /** The page's embedded records by paper id, as `Site.embedded` returned them. */
  embedded: ReadonlyMap<string, unknown>;
  /** As `Site.listing` told it; part of every card. */
  listing: Listing;
}

export interface Site {
  /** File name, fixture folder and the name stored with every paper: never renamed. */
  id: string;
  name: string;
  /** Manifest match patterns, as narrow as possible; the manifest takes them from here. */
  matches: readonly string[];
  /** Whether its pages are read only once the user allows it; all but the first sites are. */
  optional?: true;
  /** Selects one element per paper. */
  card: string;
  /** Parses the data that the page carries beside its cards, by paper id. Empty if missing or broken. */
  embedded?(document: Document): ReadonlyMap<string, unknown>;
  /** Tells which listing the page is. Asked once for all of its cards. */
  listing(page: Omit<PageContext, 'listing'>): Listing;
  /** Reads one card; undefined if it has no id or no title. Never fetches, never writes, never throws past its card. */
  read(card: Element, page: PageContext): PaperCard | undefined;
  /**
   * Keys (`namespace:value`, as in its cards' identifiers) of the papers that the page's list links to, found by other
   * means than the cards: what `health.ts` holds the cards against. Whatever is no known id stands for a missed card.
   * `url` is the document's own if not given.
   */
  mentioned(document: Document, url?: URL): ReadonlySet<string>;
  /** Where the button goes, if not into the card itself: an element with a box. */
  mount?(card: Element): Element;
  /** The upper corner of `mount` in which the button covers nothing that can be pressed; right if not said. */
  corner?(card: Element): 'left' | 'right';
}
