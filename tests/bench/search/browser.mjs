/** The browser of the benchmark: a profile that outlives its browser, so that one that hangs can be replaced. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '@/scripts/lib/launch.mjs';
import { copyExtension } from './bundle.mjs';

/** @import { Browser, Page } from '@playwright/test' */
/** @import { Launched } from '@/scripts/lib/launch.mjs' */
/** @import { Job } from './prepare-worker' */

/** A contender that takes longer to make its index, or to show its first titles, has not finished. */
export const LIMIT_MS = 300_000;

/**
 * @template T
 * @param {string} pages what `bundlePages` made
 * @param {(bench: SearchBrowser) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSearchBrowser(pages, work) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-search-'));
  await copyExtension(join(folder, 'extension'), pages);
  const bench = new SearchBrowser(folder);
  try {
    await bench.start();
    return await work(bench);
  } finally {
    await bench.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class SearchBrowser {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {Launched | undefined} */
    this.launched = undefined;
  }

  async start() {
    const [extensionDir, userDataDir] = [join(this.folder, 'extension'), join(this.folder, 'profile')];
    this.launched = await launch({ extensionDir, userDataDir });
  }

  async stop() {
    await this.launched?.context.close();
    this.launched = undefined;
  }

  /** The version of the browser. */
  get version() {
    const browser = /** @type {Browser} */ (this.launched?.context.browser());
    return browser.version();
  }

  /**
   * Opens a page of the extension, works on it and closes it.
   *
   * @template T
   * @param {string} name with what follows a `?`
   * @param {(page: Page, alive: () => void) => Promise<T>} work has the limit anew whenever it says that it is alive
   * @returns {Promise<T | undefined>} undefined if it did not finish; then the browser is a new one
   */
  async onPage(name, work) {
    if (!this.launched) throw new Error('the browser is not there.');
    const { context, extensionId } = this.launched;
    const page = await context.newPage();
    let last = performance.now();
    const alive = () => {
      last = performance.now();
    };
    const done = page
      .goto(`chrome-extension://${extensionId}/bench/${name}`)
      .then(() => work(page, alive))
      .then((value) => ({ value }))
      .finally(() => page.close());
    const first = await Promise.race([done, silent(() => performance.now() - last)]);
    if (first) return first.value;
    done.catch(() => undefined); // it fails because its browser goes
    await this.stop();
    await this.start();
    return undefined;
  }

  /**
   * Lets the worker do something; undefined if it did not finish.
   *
   * @param {string} job
   * @param {number} papers
   * @param {number} [limit] milliseconds
   * @returns {Promise<any>}
   */
  prepare(job, papers, limit = LIMIT_MS) {
    return this.onPage('blank.html', (page) => page.evaluate(runJob, { job, papers, limit }));
  }
}

/**
 * @param {() => number} since milliseconds
 * @returns {Promise<undefined>} once it was too long; a worker that looks at its own clock comes before
 */
async function silent(since) {
  while (since() < LIMIT_MS * 1.1) await sleep(1000, undefined, { ref: false });
}

/**
 * In the page: a worker does it, and ends.
 *
 * @param {Job} job
 * @returns {Promise<unknown>}
 */
function runJob(job) {
  // SQLite has another way to files, which its documents let one switch off like this.
  const worker = new Worker('prepare-worker.js?opfs-disable', { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.answer));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
