/** The words of the page. It is a document that says its language, not a part of the interface. */

export const WORDS = {
  search: 'Search these papers',
  placeholder: 'Title, abstract, author…',
  order: 'Order',
  abstracts: 'All abstracts',
  abstract: 'Abstract',
  tags: 'Tags',
  moreTags: 'All tags',
  note: 'Note',
  untitled: 'Untitled',
  nothing: 'Nothing found. Try fewer words or tags, or only the beginning of a word.',
};

/** How papers can be ordered, and what that is called. */
export const ORDERS = {
  relevance: 'Best match',
  saved: 'Newest',
  published: 'Last published',
  title: 'Title',
} as const;

export type Order = keyof typeof ORDERS;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 paper`, `5,000 papers`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}

/** A day (`YYYY-MM-DD`, a month or a year if no more is known): `2 Oct 2026`. */
export function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return [date, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}

/** The person's own day of a moment (ISO), as `YYYY-MM-DD`. */
export function ownDay(moment: string): string {
  const at = new Date(moment);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** How many of the papers are shown, and how much of them could be searched by now. */
export function spokenCount(shown: number, all: number, searched: number): string {
  if (shown === all) return counted(all, 'paper');
  const found = `${shown.toLocaleString('en')} of ${counted(all, 'paper')}`;
  return searched < all ? `${found} · ${searched.toLocaleString('en')} searched so far` : found;
}
