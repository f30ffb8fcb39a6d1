/** Backups lie in a database of their own, so that what happens to the library's does not touch them. */
import { Dexie, type Table } from 'dexie';

/** The hashes of the chunks that hold the lines of a backup, in their order. */
export interface BackupChunks {
  papers: string[];
  gone: string[];
  rows: string[];
}

/** Where the proof of a backup is: restored to a library of its own, then compared with that. */
export interface Proof {
  stage: 'staging' | 'restoring' | 'comparing';
  /** The chunks that are staged or compared, or the steps that restored them. */
  done: number;
  /** The id of the last record that was compared. */
  after?: string;
}

export interface Backup {
  /** Counts up. The order of backups, whatever clocks say. */
  number: number;
  /** When it was begun (ISO). */
  at: string;
  /** The library's revision then. */
  revision: number;
  /** Records it holds, those in the trash too. */
  records: number;
  /** Bytes that it added. What earlier backups hold is shared. */
  added: number;
  chunks: BackupChunks;
  /** While it is made: the id of the last record that it holds. */
  after?: string;
  /** Once it is made and until it is proven, or failed. */
  proof?: Proof;
  /** When it was restored and found the same, line by line (ISO). */
  verified?: string;
  /** How many lines came back otherwise, or cannot be read. */
  wrong?: number;
}

export interface BackupChunk {
  /** SHA-256 of its text, of which it is the name. */
  hash: string;
  /** The lines, joined and compressed (deflate). */
  bytes: Uint8Array;
}

export class BackupDatabase extends Dexie {
  declare backups: Table<Backup, number, Omit<Backup, 'number'>>;
  declare chunks: Table<BackupChunk, string>;

  constructor(name = 'offprint-backups') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ backups: '++number', chunks: 'hash' });
  }
}
