/** Reads saved pages in the page's own parser: workers have none. The document is inert: nothing of it runs or loads. */

import { isMhtml, type PageInMhtml, pageInMhtml } from '@/utils/reading/pages/mhtml';
import type { SavedPage } from '@/utils/reading/pages/saved-page';
import { createPause } from '@/utils/reading/pause';
import { reportOnce } from '@/utils/reading/report-once';
import { decode } from '@/utils/text/decode';

/** As much of a file as tells what it is, in bytes. */
const HEAD = 4096;

/** The page that we export: a format reads it (utils/formats/html). */
const OWN = /<meta name="generator" content="Offprint">/;

/** How pages begin. Markdown may begin with `<div>` or `<p>`, too. */
const BEGINNING = /^<(?:!doctype\s+html|html|head|title|meta|body)\b/i;

/** Whether a file is a saved page: by its beginning, or by its name, which tells the browser the type. */
export async function isPage(file: Blob): Promise<boolean> {
  const beginning = decode(new Uint8Array(await file.slice(0, HEAD).arrayBuffer())).text;
  if (isMhtml(beginning)) return true;
  let head = beginning.replace(/^\uFEFF?\s*(?:<\?xml[^>]*>)?/, '').trimStart();
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
  const bytes = new Uint8Array(await file.arrayBuffer());
  const page: PageInMhtml | undefined = isMhtml(decode(bytes.subarray(0, HEAD)).text)
    ? pageInMhtml(bytes)
    : { bytes };
  const text = page ? decode(page.bytes, page.charset).text : '';
  const document = new DOMParser().parseFromString(text, 'text/html');
  const today = new Date().toISOString().slice(0, 10);
  const pause = createPause(() => performance.now());
  const context = { today, pause, report: reportOnce(console.warn) };
  return readSavedPage(document, context, chosen, page?.address);
}
