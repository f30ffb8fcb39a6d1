/** Stands in for the worker that reads files, at the rim: the global `Worker`. */
import { expect, vi } from 'vitest';
import type { ImportPlan } from '@/storage/import/reader';
import type { FromReader, ToReader } from '@/storage/import/reader.worker';
import type { Row } from '@/storage/import/row';
import { BATCH } from '@/tests/storage/open-database';
import type { Refusal } from '@/utils/formats/parts/refusal';

export class ReaderWorker {
  static made: ReaderWorker[] = [];
  onmessage: ((event: { data: FromReader }) => void) | undefined;
  onerror: (() => void) | undefined;
  terminated = false;
  readonly asked: ToReader[] = [];

  readonly address: URL | string;

  constructor(address: URL | string) {
    this.address = address;
    ReaderWorker.made.push(this);
  }

  postMessage(question: ToReader): void {
    this.asked.push(question);
  }

  get files(): Blob[] {
    return this.asked.flatMap(({ brought }) => brought.files ?? []);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** A worker that was terminated is not heard any more. */
  tell(data: FromReader): void {
    if (!this.terminated) this.onmessage?.({ data });
  }
}

export function stubReader(): void {
  ReaderWorker.made = [];
  vi.stubGlobal('Worker', ReaderWorker);
}

export function theReader(): ReaderWorker {
  const reader = ReaderWorker.made.at(-1);
  if (!reader) throw new Error('no worker was started');
  return reader;
}

/** The same once it was started. */
export function aReader(): Promise<ReaderWorker> {
  return vi.waitFor(theReader);
}

/** Does what starts a reader, and resolves once it was asked: files are looked at before. */
export async function withReader(begin: () => unknown): Promise<void> {
  const before = ReaderWorker.made.length;
  await begin();
  await vi.waitFor(() => expect(ReaderWorker.made.length).toBeGreaterThan(before));
}

/** What cards or text would bring, for choosing from: a row per paper. */
export function choiceOf(rows: Row[], rest: Partial<ImportPlan> = {}): ImportPlan {
  const count = (wanted: Row['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length;
  const plan = planOf(count('new'), count('merged') + count('twice'), count('unchanged'), {
    source: 'cards',
    ...rest,
  });
  return { ...plan, preview: { ...plan.preview, trashed: { count: count('trashed'), titles: [] }, rows } };
}

/** What a file would bring: so many papers with each outcome. */
export function planOf(fresh: number, merged = 0, unchanged = 0, rest: Partial<ImportPlan> = {}): ImportPlan {
  const outcome = (count: number, word: string) => ({
    count,
    titles: Array.from({ length: Math.min(count, 100) }, (_, index) => `${word} ${index + 1}`),
  });
  return {
    preview: {
      new: outcome(fresh, 'Fresh'),
      merged: outcome(merged, 'Known'),
      trashed: outcome(0, 'Back'),
      discarded: outcome(0, 'Away'),
      unchanged: outcome(unchanged, 'Same'),
      rows: [],
      colours: 0,
      searches: 0,
    },
    refused: refusals([]),
    files: [{ name: 'library.json', format: 'json', papers: fresh + merged + unchanged }],
    unkept: {},
    own: { tags: 0, collections: 0, childNotes: 0 },
    batch: BATCH,
    parts: 1,
    source: 'library',
    ...rest,
  };
}

/** Refusals as a plan tells them. */
export function refusals(first: readonly Refusal[]): ImportPlan['refused'] {
  return { count: first.length, first };
}
