/** A paper as the address bar suggests it. Pure. */
import type { Hit } from '@/storage/search/library-search';
import { cut } from '@/utils/text/clean';
import { highlight } from '@/utils/text/highlight';
import { escapeXml } from '@/utils/text/xml';

/** How a browser reads descriptions: Chromium's are XML, Firefox shows them as they are. */
export type Markup = 'xml' | 'plain';

export interface Suggestion {
  /** Where the paper is. It comes back when the suggestion is chosen. */
  content: string;
  description: string;
}

/** More of a title would not be seen, in UTF-16 units. */
const TITLE = 160;
const NAMES = 60;

/** `place` is where a paper without an address is shown, `untitled` what one without a title is called. */
export function suggestionOf(
  { paper, terms }: Pick<Hit, 'paper' | 'terms'>,
  markup: Markup,
  { place, untitled }: { place: string; untitled: string },
): Suggestion {
  const title = cut(paper.title ?? untitled, TITLE);
  const [first, ...others] = paper.authors ?? [];
  const names = first === undefined ? '' : cut(others.length > 0 ? `${first} …` : first, NAMES);
  const about = [names, paper.publishedAt?.slice(0, 4)].filter(Boolean).join(', ');
  return {
    content: paper.url ?? place,
    description: markup === 'xml' ? inXml(title, terms, about) : [title, about].filter(Boolean).join(' – '),
  };
}

function inXml(title: string, terms: ReadonlySet<string>, about: string): string {
  const marked = highlight(title, terms)
    .map(({ text, hit }) => (hit ? `<match>${escapeXml(text)}</match>` : escapeXml(text)))
    .join('');
  return about === '' ? marked : `${marked} <dim>– ${escapeXml(about)}</dim>`;
}
