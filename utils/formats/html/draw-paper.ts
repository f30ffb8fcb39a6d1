/** One paper as the page shows it, with or without its script. */
import { pageOnline } from '@/utils/paper/places-online';
import type { ExportedPaper } from '@/utils/paper/schema';
import { fieldText } from '@/utils/paper/searched-texts';
import { colourOf } from '@/utils/paper/tags';
import { present } from '@/utils/present';
import { type Markup, markup } from './markup';
import { counted, ownDay, spokenDay, WORDS } from './page/page-words';
import type { PaperData } from './page/paper-data';

/** Authors that are named in the line below the title. */
const NAMED = 6;

/** What the page knows of a paper beside what it shows. Where the paper was seen is the person's own affair. */
export function paperData(paper: ExportedPaper): PaperData {
  return present<PaperData>({
    saved: paper.savedAt,
    published: paper.publishedAt,
    places: fieldText(paper, 'places'),
    people: fieldText(paper, 'people'),
    identifiers: fieldText(paper, 'identifiers'),
  });
}

/** The paper as an item of the list. `data-field` names the field of the index that a text belongs to. */
export function drawPaper(paper: ExportedPaper): Markup {
  const { abstract, note, tags } = paper;
  return markup`<li class="entry">
<h2 dir="auto">${title(paper)}</h2>
<p class="entry-facts">${facts(paper)}</p>
${tags.length > 0 && markup`<p class="entry-tags">${tags.map(drawTag)}</p>`}${
  note?.trim() &&
  markup`<p class="entry-note" role="note" aria-label="${WORDS.note}" dir="auto" data-field="note">${note}</p>`
}${fold(abstract, paper.authors.slice(NAMED))}</li>
`;
}

function title(paper: ExportedPaper): Markup {
  const name = paper.title
    ? markup`<span data-field="title">${paper.title}</span>`
    : markup`<span>${paper.url ?? WORDS.untitled}</span>`;
  const address = pageOnline(paper);
  if (!address || !/^https?:\/\//i.test(address)) return name;
  return markup`<a href="${address}" rel="noopener noreferrer">${name}</a>`;
}

function facts(paper: ExportedPaper): Markup[] {
  const { venue, organization, publishedAt, savedAt } = paper;
  const place = venue ?? organization;
  const saved = ownDay(savedAt);
  const parts = [
    people(paper),
    place && markup`<bdi>${place}</bdi>`,
    publishedAt && markup`<time datetime="${publishedAt}">${spokenDay(publishedAt)}</time>`,
    markup`<span>saved <time datetime="${saved}">${spokenDay(saved)}</time></span>`,
  ];
  return parts
    .filter((part) => typeof part === 'object')
    .map((part, place) => (place > 0 ? markup`\u00a0· ${part}` : part)); // a line may end with a dot, but not begin
}

function people({ authors, authorCount }: ExportedPaper): Markup | undefined {
  if (authors.length === 0)
    return authorCount === undefined ? undefined : markup`<span>${counted(authorCount, 'author')}</span>`;
  const more = authors.length - NAMED;
  return markup`<span>${names(authors.slice(0, NAMED))}${more > 0 && ` +${more.toLocaleString('en')}`}</span>`;
}

function names(people: readonly string[]): Markup[] {
  return people.map((name, place) => markup`${place > 0 && ', '}<bdi data-field="authors">${name}</bdi>`);
}

function drawTag(tag: string): Markup {
  return markup`<bdi class="label hue-${colourOf(tag)}" data-field="tags">${tag}</bdi> `;
}

/** What takes more room than a line: the abstract, and the authors that are not named above. */
function fold(abstract: string | undefined, others: readonly string[]): Markup | undefined {
  const more = others.length > 0 ? counted(others.length, 'more author') : '';
  const summary = [abstract && WORDS.abstract, more].filter(Boolean).join(' and ');
  if (!summary) return undefined;
  return markup`<details><summary>${summary}</summary>${
    abstract && markup`<p class="entry-abstract" dir="auto" data-field="abstract">${abstract}</p>`
  }${others.length > 0 && markup`<p class="entry-others">${names(others)}</p>`}</details>`;
}
