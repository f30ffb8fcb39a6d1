/** Every message that passes between Offprint's parts, grouped by direction. Receivers still parse what they get. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PaperCard } from './paper';

/** Why something could not be done; the words for each stand in `assets/locales` under `failure`. */
export type FailureCode =
  | 'refused'
  | 'tooLarge'
  | 'unnamed'
  | 'full'
  | 'unavailable'
  | 'newer'
  | 'damaged'
  | 'unknown';

export type Result<T> = { ok: true; value: T } | { ok: false; code: FailureCode };

/** Whether a card's paper is in the library, in the order of the cards asked about. */
export type SavedStates = boolean[];

interface ListingToWorker {
  /** Saves cards of the page the sender stands on. Answered after the transaction has committed. */
  saveCards(data: { cards: PaperCard[] }): Result<SavedStates>;
  /** Asks which cards are saved; those that are get their sighting and missing fields filled in. */
  sightCards(data: { cards: PaperCard[] }): Result<SavedStates>;
}

interface PageToWorker {
  /** Moves papers to the trash; answers with the journal entry that undoes it. */
  removePapers(data: { ids: string[] }): Result<{ entry: number }>;
  /** Reverts one journal entry. */
  undo(data: { entry: number }): Result<null>;
}

interface WorkerToListing {
  /** The library changed: ask again which cards are saved. */
  libraryChanged(): void;
}

// A type, not an interface: the library's index signature takes only types.
type Messages = ListingToWorker & PageToWorker & WorkerToListing;

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
