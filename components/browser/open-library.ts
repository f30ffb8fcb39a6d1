import { browser } from '#imports';

/** A place on the full page: a paper, or what a query finds. */
export interface LibraryPlace {
  paper?: string;
  query?: string;
}

/** The address of the full page. */
export function libraryAddress({ paper, query }: LibraryPlace = {}): string {
  const page = browser.runtime.getURL('/library.html' as '/sidepanel.html');
  if (paper !== undefined) return `${page}#/paper/${encodeURIComponent(paper)}`;
  return query ? `${page}#/?q=${encodeURIComponent(query)}` : page;
}

/** Opens the full page in a tab of its own. */
export async function openLibrary(place: LibraryPlace = {}): Promise<void> {
  await browser.tabs.create({ url: libraryAddress(place) });
}
