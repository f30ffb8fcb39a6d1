/** The papers of the page, read from the list that it was delivered with. */
import type { Texts } from '@/utils/query/small-search';
import type { PaperData } from './paper-data';

/** One paper of the page. */
export interface Item {
  /** Its row in the list. */
  row: Element;
  data: PaperData;
  title: string;
  tags: readonly string[];
}

/** The papers in the order of the list; `data` has that order, too. */
export function readItems(list: Element, data: readonly PaperData[]): Item[] {
  return [...list.children].flatMap((row, place) => {
    const told = data[place];
    return told ? [{ row, data: told, title: textOf(row, 'title'), tags: textsIn(row, 'tags') }] : [];
  });
}

/** What is searched of a paper: what its row shows, and what it does not. */
export function itemTexts({ row, data, title, tags }: Item): Texts {
  const { places, people, identifiers } = data;
  return {
    title,
    tags: tags.join('\n'),
    abstract: textOf(row, 'abstract'),
    authors: textOf(row, 'authors'),
    note: textOf(row, 'note'),
    ...(places && { places }),
    ...(people && { people }),
    ...(identifiers && { identifiers }),
  };
}

/** The text of a field as the row has it. */
export function textOf(row: Element, field: keyof Texts): string {
  return textsIn(row, field).join('\n');
}

function textsIn(row: Element, field: keyof Texts): string[] {
  return [...row.querySelectorAll(`[data-field=${field}]`)].map(({ textContent }) => textContent ?? '');
}
