/** Reads saved pages in the page's own parser: workers have none. The document is inert: nothing of it runs or loads. */

import type { SavedPage } from '@/utils/reading/pages/saved-page';
import { createPause } from '@/utils/reading/pause';
import { reportOnce } from '@/utils/reading/report-once';

/** As much of a file as tells what it is, in bytes. */
const HEAD = 4096;

/** The page that we export: a format reads it (utils/formats/html). */
const OWN = /<meta name="generator" content="Offprint">/;

/** How pages begin. Markdown may begin with `<div>` or `<p>`, too. */
const BEGINNING = /^<(?:!doctype\s+html|html|head|title|meta|body)\b/i;

/** Whether a file is a saved page: by its beginning, or by its name, which tells the browser the type. */
export async function isPage(file: Blob): Promise<boolean> {
  let head = (await file.slice(0, HEAD).text()).replace(/^\uFEFF?\s*(?:<\?xml[^>]*>)?/, '').trimStart();
  // One comment after the other: a pattern for them all takes exponential time on a file of nothing else.
  while (head.startsWith('<!--')) {
    const end = head.indexOf('-->');
    head = end < 0 ? '' : head.slice(end + 3).trimStart();
  }
  return (file.type === 'text/html' || BEGINNING.test(head)) && !OWN.test(head);
}

/** The papers of a saved page, read as the site with the id `chosen`, '' for none, or as what it seems to be. */
export async function readPage(file: Blob, chosen?: string): Promise<SavedPage> {
  const { readSavedPage } = await import('@/utils/reading/pages/saved-page');
  const document = new DOMParser().parseFromString(await decoded(file), 'text/html');
  const today = new Date().toISOString().slice(0, 10);
  const pause = createPause(() => performance.now());
  return readSavedPage(document, { today, pause, report: reportOnce(console.warn) }, chosen);
}

/** In the encoding that the page names; UTF-8 if it names none that is known. */
async function decoded(file: Blob): Promise<string> {
  const head = await file.slice(0, HEAD).text();
  const [, name = 'utf-8'] = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
  try {
    return new TextDecoder(name).decode(await file.arrayBuffer());
  } catch {
    return file.text();
  }
}
