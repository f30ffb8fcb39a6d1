/** What was dropped or pasted, as an import takes it. */
import { filesIn } from './files-in';
import { isReadable } from './readable';

export type Brought = { files: Promise<File[]>; backup?: true } | { text: string };

/** What a drop or the clipboard holds; undefined if there is nothing to read. */
export function broughtIn(data: DataTransfer | null): Brought | undefined {
  if (data && data.files.length > 0) return { files: filesIn(data, isReadable) };
  const links = linksIn(data?.getData('text/uri-list') ?? '', data?.getData('text/html') ?? '');
  const text = links || (data?.getData('text/plain') ?? '');
  return text.trim() === '' ? undefined : { text };
}

/** Links as copied text has them: each with its words above it, if these say more than the address. */
function linksIn(list: string, html: string): string {
  const urls = list.split(/\r?\n/).filter((line) => /^https?:/.test(line));
  if (urls.length === 0) return '';
  const anchors = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a')];
  return urls
    .map((url) => {
      const words = anchors.find(({ href }) => href === url)?.textContent?.trim() ?? '';
      return words === '' || words === url ? url : `${words}\n${url}`;
    })
    .join('\n\n');
}
