/**
 * ACL Anthology: volumes, events, people and the pages of single papers, in the template layouts of 2020 to 2026
 * (https://github.com/acl-org/acl-anthology/tree/master/hugo/layouts).
 */

import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { clip, text } from '../dom';
import type { Site } from './site';

/** A list entry. Its abstract, if it has one, is in the collapsed element after it. */
const ENTRY = '.d-sm-flex.align-items-stretch';
/** The details on a paper's own page, below its title and authors. Pages of whole volumes have them too. */
const DETAILS = '.acl-paper-details';

export const aclAnthology: Site = {
  id: 'acl-anthology',
  name: 'ACL Anthology',
  matches: ['https://aclanthology.org/*'],
  optional: true,
  card: `${ENTRY}, ${DETAILS}`,

  listing: ({ url }) => ({ listing: url.origin + url.pathname }),

  read(card, page) {
    const isPage = card.matches(DETAILS);
    const around = isPage ? card.parentElement : card;
    const link = around?.querySelector('strong > a[href]');
    const id = idIn(isPage ? page.url.pathname : link?.getAttribute('href'));
    const title = clip((isPage ? around?.querySelector('#title') : link)?.textContent.trim());
    if (!around || !id || !title) return undefined;
    const folded = card.nextElementSibling?.matches('.abstract-collapse')
      ? card.nextElementSibling
      : undefined;
    const names = [...around.querySelectorAll(isPage ? '.lead a' : 'a[href*="/people/"]')];
    const doi = isPage ? card.querySelector('a[href*="doi.org/10."]')?.textContent?.trim() : undefined;
    const authors = names.map((name) => name.textContent.trim()).filter(Boolean);
    return present<PaperCard>({
      site: aclAnthology.id,
      identifiers: { acl: id, ...(doi && { doi }) },
      title,
      abstract: clip(isPage ? abstractOf(card) : folded?.textContent.trim()),
      authors: authors.length > 0 ? authors : undefined,
      publishedAt: /^(\d{4})\./.exec(id)?.[1], // https://aclanthology.org/info/ids/
      venue: text(page.document, isPage ? 'dd a[href*="/volumes/"]' : 'h2#title'),
      url: new URL(`/${id}/`, page.url).href,
      ...page.listing,
    });
  },

  titles: (card) =>
    (card.matches(DETAILS) ? card.parentElement : card)?.querySelectorAll('#title, strong > a') ?? [],

  mentioned(document, url = new URL(document.URL)) {
    const own = idIn(url.pathname);
    const links = own ? [] : [...document.querySelectorAll('#main a.align-middle[href]:not(.badge)')];
    const ids = links.map((link) => idIn(link.getAttribute('href'))).filter((id) => id !== undefined);
    return new Set((own ? [own] : ids).map((id) => `acl:${id}`));
  },
};

/** The id in a paper's address (`2023.acl-long.1`, `P19-1001`); undefined for files, volumes and other pages. */
function idIn(address: string | null | undefined): string | undefined {
  const name = /^(?:https?:\/\/aclanthology\.org)?\/([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)\/?$/i.exec(
    address ?? '',
  )?.[1];
  return name && canonicalIdentifiers('acl', name)[0]?.[1];
}

/** The text of the abstract without its heading. */
function abstractOf(card: Element): string | undefined {
  const box = card.querySelector('.acl-abstract');
  const heading = box?.querySelector('h5')?.textContent ?? '';
  return box?.textContent.trim().slice(heading.trim().length).trim();
}
