/**
 * ACL Anthology: volumes, events, people and the pages of single papers, in the template layouts of 2020 to 2026
 * (https://github.com/acl-org/acl-anthology/tree/master/hugo/layouts).
 */

import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import {
  clip,
  getAttribute,
  matches,
  nextElementSibling,
  parentElement,
  query,
  queryAll,
  text,
  textOf,
} from '../dom';
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
  lasting: /^\/(volumes|events)\/[^/]+/,

  read(card, page) {
    const isPage = matches(card, DETAILS);
    const around = isPage ? parentElement(card) : card;
    const link = around && query(around, 'strong > a[href]');
    const id = idIn(isPage ? page.url.pathname : link && getAttribute(link, 'href'));
    const titled = isPage ? around && query(around, '#title') : link;
    const title = clip(titled && textOf(titled).trim());
    if (!around || !id || !title) return undefined;
    const next = nextElementSibling(card);
    const folded = next && matches(next, '.abstract-collapse') ? textOf(next).trim() : undefined;
    const names = queryAll(around, isPage ? '.lead a' : 'a[href*="/people/"]');
    const doi = isPage ? text(card, 'a[href*="doi.org/10."]') : undefined;
    const authors = names.map((name) => textOf(name).trim()).filter(Boolean);
    return present<PaperCard>({
      site: aclAnthology.id,
      identifiers: { acl: id, ...(doi && { doi }) },
      title,
      abstract: clip(isPage ? abstractOf(card) : folded),
      authors: authors.length > 0 ? authors : undefined,
      publishedAt: yearIn(id),
      venue: text(page.document, isPage ? 'dd a[href*="/volumes/"]' : 'h2#title'),
      url: new URL(`/${id}/`, page.url).href,
      ...page.listing,
    });
  },

  titles(card) {
    const around = matches(card, DETAILS) ? parentElement(card) : card;
    return around ? queryAll(around, '#title, strong > a') : [];
  },

  mentioned(document, url = new URL(document.URL)) {
    const own = idIn(url.pathname);
    const links = own ? [] : queryAll(document, '#main a.align-middle[href]:not(.badge)');
    const ids = links.map((link) => idIn(getAttribute(link, 'href'))).filter((id) => id !== undefined);
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

/** The year in an id: `2023.acl-long.1`; until 2020 of two digits, `P19-1001`, since 1965 (https://aclanthology.org/info/ids/). */
function yearIn(id: string): string | undefined {
  const [, whole, short] = /^(?:(\d{4})\.|[a-z](\d{2})-)/i.exec(id) ?? [];
  return whole ?? (short && `${Number(short) < 60 ? 20 : 19}${short}`);
}

/** The text of the abstract without its heading. */
function abstractOf(card: Element): string | undefined {
  const box = query(card, '.acl-abstract');
  const heading = box && text(box, 'h5');
  return box ? textOf(box).trim().slice(heading?.length).trim() : undefined;
}
