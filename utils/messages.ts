/** Every message between Offprint's parts, grouped by direction. Receivers still parse what they get. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Options } from './options';
import type { Choices } from './paper/choices';
import type { Patch } from './paper/patch';
import type { PaperCard } from './paper/schema';
import type { SavedSearch, SearchChange } from './query/saved-search';
import type { Health } from './reading/sites/health';

/** Why something could not be done; the words for each stand in `assets/locales` under `failure`. */
export type FailureCode =
  | 'refused'
  | 'busy'
  | 'tooLarge'
  | 'unnamed'
  | 'noTitle'
  | 'badValue'
  | 'held'
  | 'sameName'
  | 'keyTaken'
  | 'tooMany'
  | 'longNote'
  | 'malformed'
  | 'unreadable'
  | 'notWritten'
  | 'full'
  | 'unavailable'
  | 'newer'
  | 'lost'
  | 'unknown';

/** `about` is the field of a `badValue`, or the id of the record that has what was `held`, or of the search that has the `sameName`, or the paper whose citation key it is (`keyTaken`). */
export type Result<T> = { ok: true; value: T } | { ok: false; code: FailureCode; about?: string };

/** Whether a card's paper is saved, or why the card cannot be kept. */
export type CardState = boolean | FailureCode;

/** Cards of one page. */
export interface CardsOnPage {
  /** A random id of the page, as long as it is open. */
  page: string;
  /** A random id of this request: a repeated one is answered with the first. Saving is one step to undo per request. */
  run: string;
  /** The page asks about all of its cards, and these are the first of them. */
  first?: true;
  /** The page's listing now, on which Undo takes back. A card that the page showed before it came there has its own. */
  listing: string;
  cards: PaperCard[];
}

/** What the library says of a listing's cards. */
export interface CardStates {
  /** In the order of the cards asked about. */
  saved: CardState[];
  /** Whether something done on this listing can be undone. */
  undoable: boolean;
}

/** What the popup shows of the page beside it. */
export interface PageState {
  cards: number;
  saved: number;
  health: Health;
}

interface ListingToWorker {
  /** Saves cards of the page the sender stands on. Answered after the commit; many are told in parts by `marks`. */
  saveCards(data: CardsOnPage): Result<CardStates>;
  /** Asks which cards are saved. Those that are get a sighting, and missing fields filled in. */
  sightCards(data: CardsOnPage): Result<CardStates>;
  /** Moves the cards' papers to the trash. */
  unsaveCards(data: CardsOnPage): Result<CardStates>;
  /** Undoes the last change made on this listing. */
  undoOnListing(data: { site: string; listing: string }): Result<null>;
  /** Opens a window of ours in which the tags of a card's paper are edited: nothing is typed on the page itself. */
  tagPaper(data: { card: PaperCard }): Result<null>;
  /** Tells whether the page is understood, for the badge of its tab. */
  reportHealth(data: Health): Result<null>;
}

interface PageToWorker {
  /**
   * Changes papers, however many, in one step; without an entry if nothing changed. Fails with `noTitle`, with `badValue`
   * about a field, or with `held` about the record that has an identifier.
   */
  editPapers(data: { ids: string[]; patch: Patch }): Result<{ entry: number | undefined }>;
  /**
   * Marks a paper as being read, if it is unread: its page was opened, or what is at `address`, if that is one of its own.
   * Without an entry if nothing changed.
   */
  openPaper(data: { id: string; address?: string }): Result<{ entry: number | undefined }>;
  /** Adds a paper by hand; `held` is the paper, here or in the trash, that has one of its identifiers. */
  addPaper(data: Pick<Patch, 'set' | 'add'>): Result<{ id: string; entry: number } | { held: string }>;
  /** Gives a tag another name on all papers. If there is a tag of that name, the two become one. */
  renameTag(data: { from: string; to: string }): Result<{ entry: number | undefined }>;
  /** Takes a tag away from all papers. */
  deleteTag(data: { tag: string }): Result<{ entry: number | undefined }>;
  /** Gives a tag a colour, a number below `TAG_COLOURS` (utils/paper/tags.ts); null is that of its name. */
  setTagColour(data: { tag: string; colour: number | null }): Result<null>;
  /**
   * Says that records are one paper, in one step; `choices` names for a field the record that it is to be of. Fails with
   * `badValue` about a field that the chosen record has not.
   */
  joinPapers(data: { ids: string[]; choices?: Choices }): Result<{ entry: number }>;
  /** Says that records are two or more papers, also of one that was joined with another by hand. */
  tellApart(data: { ids: string[] }): Result<{ entry: number }>;
  /** Takes a paper apart: what the entry `merge` (storage/merges.ts) made a part of it becomes records of their own. */
  takeApart(data: { id: string; merge: number }): Result<{ entry: number }>;
  /** Keeps a search; fails with `sameName` about the search that has its name, whatever the case. */
  saveSearch(data: { search: SavedSearch }): Result<{ id: string; entry: number }>;
  /** Renames a search, or changes what it finds. Without an entry if nothing changed. */
  changeSearch(data: { id: string; change: SearchChange }): Result<{ entry: number | undefined }>;
  /** Deletes a search. */
  deleteSearch(data: { id: string }): Result<{ entry: number | undefined }>;
  /** Gives a citation key to each of these papers that has none; without `ids`, to all. */
  giveCitationKeys(data: { ids?: string[] }): Result<null>;
  /** Gives a paper another citation key; fails with `keyTaken` about the paper that has it. */
  setCitationKey(data: { id: string; key: string }): Result<null>;
  /** Chooses options of the library. */
  setOptions(data: Partial<Options>): Result<null>;
  /** Moves papers to the trash; answers with the journal entry that undoes it. */
  removePapers(data: { ids: string[] }): Result<{ entry: number }>;
  /** Brings papers back from the trash. */
  restorePapers(data: { ids: string[] }): Result<{ entry: number }>;
  /** Deletes papers in the trash for good; answers with how many. */
  forgetPapers(data: { ids: string[] }): Result<{ papers: number }>;
  /** Deletes all papers in the trash for good; answers with how many. */
  emptyTrash(): Result<{ papers: number }>;
  /** Reverts one journal entry, or the last that was not reverted yet. */
  undo(data: { entry: number | 'last' }): Result<{ entry: number }>;
  /** Does again what was undone last. Without an entry if there is nothing to redo. */
  redo(): Result<{ entry: number | undefined }>;
  /**
   * Merges the staged papers into the library, as one entry. Many papers take a while: then the entry is `running`, as
   * that of an undo of many papers is.
   */
  importStaged(data: { batch: string; parts: number }): Result<{ entry: number | undefined }>;
  /** Makes a backup now, and proves it; answers once it is begun. */
  backUp(): Result<null>;
  /** Deletes one backup, by its number. */
  deleteBackup(data: { number: number }): Result<null>;
  /** Tries again what a failure stopped. */
  resumeTasks(): Result<null>;
  /** Accepts that the library is empty although it held papers once. */
  startAnew(): Result<null>;
  /** Wakes the worker, which then goes on with what is under way, and with the search index; not waited for. */
  goOn(): void;
}

/** Cards of a page whose state is news to it, by `cardKey`. */
export interface Marks {
  page: string;
  saved: [card: string, state: CardState][];
  undoable: boolean;
}

interface WorkerToListing {
  /** The library changed. Without marks the worker does not know the page's cards (any more): ask about all. */
  libraryChanged(marks?: Marks): void;
}

interface PageToListing {
  pageState(): PageState;
  /** Saves all cards, as the control on the page does. */
  saveAllCards(): void;
}

// A type, not an interface: the library's index signature takes only types.
type Messages = ListingToWorker & PageToWorker & WorkerToListing & PageToListing;

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
