import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';
import { knownColumns } from '@/components/browser/known-columns';
import { isPage, readPage } from '@/components/browser/read-page-file';
import type { JournalEntry, OffprintDatabase } from '@/storage/database';
import { preview } from '@/storage/import/preview';
import type { Brought, ImportPlan, ReadProgress } from '@/storage/import/reader';
import type { FromReader, ToReader } from '@/storage/import/reader.worker';
import type { Row } from '@/storage/import/row';
import { amend, unstage } from '@/storage/import/staging';
import { startReader } from '@/storage/import/start-reader';
import { type FailureCode, sendMessage } from '@/utils/messages';
import { withTags, withTitle } from '@/utils/paper/record';
import { present } from '@/utils/present';

/** What is read: files in any format, saved pages among them, or cards of an open page. */
export interface Source extends Brought {
  /** The site that a saved page is read as; '' for none. It is there once one page was read. */
  site?: string | undefined;
}

/** Where an import stands. */
export type ImportState =
  | { step: 'choose' }
  | { step: 'reading'; share: number | undefined; comparing?: true }
  | { step: 'preview'; plan: ImportPlan; source: Source }
  | { step: 'importing'; batch: string }
  | { step: 'done'; plan: ImportPlan; entry: number | undefined }
  | { step: 'failed'; reason: FailureCode | 'unknownFormat' | 'noPapers' | 'noFiles' };

/** Reads a source in a worker, and asks the background to import what was staged. */
export function useImport(db: OffprintDatabase) {
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const reader = useRef<Worker | undefined>(undefined);
  /** Places of papers that are not wanted. They stay, as the titles do, when the same text is read with another year. */
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  /** Tags that all of them get. */
  const [tags, setTags] = useState<readonly string[]>([]);
  /** Titles that the user set, by place. */
  const titles = useRef(new Map<number, string>());
  /** Counts the runs begun or cancelled: results of any but the last are stale. */
  const run = useRef(0);

  useEffect(() => {
    return () => {
      run.current++;
      reader.current?.terminate();
    };
  }, []);

  async function read(source: Source): Promise<void> {
    const anew = state.step !== 'preview' || !source.files || source.files !== state.source.files;
    if (anew) {
      titles.current.clear();
      setLeft(new Set());
      setTags([]);
    }
    cancel();
    if (source.files?.length === 0) return setState({ step: 'failed', reason: 'noFiles' });
    const mine = run.current;
    setState({ step: 'reading', share: undefined });
    try {
      const { brought, site } = await withPagesRead(source);
      if (run.current === mine) stage(brought, site === undefined ? source : { ...source, site }, anew);
    } catch {
      if (run.current === mine) setState({ step: 'failed', reason: 'unknown' });
    }
  }

  /** `anew`: nothing was chosen among these papers before, so those that are not sure are left out at first. */
  function stage(brought: Brought, source: Source, anew: boolean): void {
    const worker = startReader();
    reader.current = worker;
    const rows: Row[] = [];
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if ('progress' in data) setState(reached(data.progress));
      else if ('rows' in data) rows.push(...data.rows);
      else {
        worker.terminate();
        const seen = after(data, source, rows);
        if (anew && seen.step === 'preview') setLeft(new Set(seen.plan.unsure));
        if (titles.current.size === 0) setState(seen);
        else void withTitles(seen).then(setState);
      }
    };
    worker.onerror = () => setState({ step: 'failed', reason: 'unknown' });
    const batch = `${new Date().toISOString()} ${crypto.randomUUID()}`;
    worker.postMessage({ batch, brought } satisfies ToReader);
  }

  /** Gives a staged paper another title and looks again at what importing would do. */
  async function retitle(place: number, title: string): Promise<void> {
    if (state.step !== 'preview') return;
    titles.current.set(place, title);
    const titled = await withTitles(state);
    const { batch } = state.plan;
    setState((now) => (now.step === 'preview' && now.plan.batch === batch ? titled : now));
  }

  /** A preview after the titles that the user set. */
  async function withTitles(seen: ImportState): Promise<ImportState> {
    if (seen.step !== 'preview') return seen;
    const { batch } = seen.plan;
    const now = new Date().toISOString();
    await amend(db, batch, (record, place) => withTitle(record, titles.current.get(place) ?? '', now));
    return { ...seen, plan: { ...seen.plan, preview: await preview(db, batch, () => undefined) } };
  }

  /** Imports what is staged, but for the papers that are left out. */
  async function confirm(plan: ImportPlan): Promise<void> {
    const { batch, parts } = plan;
    setState({ step: 'importing', batch });
    try {
      if (left.size > 0) await amend(db, batch, (record, place) => (left.has(place) ? undefined : record));
      if (tags.length > 0) await amend(db, batch, (record) => withTags(record, tags));
      const seen = left.size > 0 ? await preview(db, batch, () => undefined) : plan.preview;
      const answer = await sendMessage('importStaged', { batch, parts });
      if (!answer.ok) return setState({ step: 'failed', reason: answer.code });
      const { entry } = answer.value;
      const kept = entry === undefined ? undefined : await completed(db, entry);
      setState({ step: 'done', plan: { ...plan, preview: seen }, entry: kept?.entry });
    } catch {
      setState({ step: 'failed', reason: 'unknown' });
    }
  }

  function cancel(): void {
    run.current++;
    reader.current?.terminate();
    if (state.step === 'preview') unstage(db, state.plan.batch).catch(() => undefined); // it is cleared away after a day
    setState({ step: 'choose' });
  }

  return { state, left, setLeft, tags, setTags, read, retitle, confirm, cancel };
}

/** How many papers an import would look at: all but those that are refused. */
export function countOf({ preview }: ImportPlan): number {
  const { rows: _, colours: _colours, searches: _searches, ...outcomes } = preview;
  return Object.values(outcomes).reduce((sum, { count }) => sum + count, 0);
}

/** Resolves once an entry is complete: to it, or to nothing if it changed nothing. */
function completed(db: OffprintDatabase, entry: number): Promise<JournalEntry | undefined> {
  return new Promise((resolve, reject) => {
    const subscription = liveQuery(() => db.journal.get(entry)).subscribe({
      next(found) {
        if (found?.running) return;
        resolve(found);
        queueMicrotask(() => subscription.unsubscribe()); // it may not be assigned yet
      },
      error: reject,
    });
  });
}

/** Saved pages are read here, where there is a parser; the reader gets their cards. */
async function withPagesRead({ files = [], cards, site, ...choices }: Source) {
  const pages: Blob[] = [];
  const others: Blob[] = [];
  for (const file of files) ((await isPage(file)) ? pages : others).push(file);
  const chosen = files.length === 1 ? site : undefined;
  const read: Awaited<ReturnType<typeof readPage>>[] = [];
  for (const page of pages) read.push(await readPage(page, chosen));
  const [first] = read;
  const brought = present<Brought>({
    ...choices,
    files: others.length > 0 ? others : undefined,
    columns: choices.columns ?? knownColumns(),
    cards: first || cards ? [...(cards ?? []), ...read.flatMap((page) => page.cards)] : undefined,
  });
  return { brought, site: first && files.length === 1 ? (first.site ?? '') : undefined };
}

function reached({ step, share }: ReadProgress): ImportState {
  return { step: 'reading', share, ...(step === 'comparing' && { comparing: true }) };
}

/** Its rows came before the plan. */
function after(
  data: Extract<FromReader, { plan: unknown } | { failure: unknown }>,
  source: Source,
  rows: Row[],
): ImportState {
  if ('failure' in data) return { step: 'failed', reason: data.failure };
  if (!data.plan) return { step: 'failed', reason: 'unknownFormat' };
  const { preview } = data.plan;
  const plan: ImportPlan = { ...data.plan, preview: { ...preview, rows: [...rows, ...preview.rows] } };
  const nothing = plan.source === 'cards' && countOf(plan) + plan.refused.count === 0;
  return nothing ? { step: 'failed', reason: 'noPapers' } : { step: 'preview', plan, source };
}
