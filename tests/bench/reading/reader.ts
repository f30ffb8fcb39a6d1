/** What the bench of reading runs in a browser: the product's reader of saved pages, and figures of what it gives. */
import { readPage } from '@/components/browser/read-page-file';

export async function read(file: Blob) {
  const start = performance.now();
  const { cards } = await readPage(file);
  const ms = Math.round(performance.now() - start);
  const titles = cards.map((card) => ({
    title: card.title ?? '',
    authors: card.authors ?? [],
    ticked: !card.unsure,
  }));
  return {
    papers: cards.length,
    ticked: titles.filter(({ ticked }) => ticked).length,
    withIdentifier: cards.filter(({ identifiers }) => Object.keys(identifiers).length > 0).length,
    withAuthors: titles.filter(({ authors }) => authors.length > 0).length,
    ms,
    titles,
  };
}
