/** The reference guide of the Institute of Electrical and Electronics Engineers. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { dateOf } from './dates';
import { labelledNames, type NamesStyle, names } from './names';
import { labelled, number, pages } from './numbers';
import { around, italic, joined, met, NOTHING, type Piece, plain, runsOf } from './piece';
import { prose, quoted } from './prose';
import type { CitationStyle } from './style';
import { withCapital } from './with-capital';

const EDITORS: NamesStyle = { inverted: 'none', given: 'initials', and: 'and' };
const AUTHORS: NamesStyle = { ...EDITORS, most: { from: 7, first: 1, italic: true } };

export const ieee: CitationStyle = {
  id: 'ieee',
  name: 'IEEE',
  number: (place) => `[${place}] `,
  cite(item) {
    const { author, editor, type } = item;
    const people = author ? names(author, AUTHORS) : labelledNames(editor, AUTHORS, ', ', ['Ed.', 'Eds.']);
    const work = (WORKS[type] ?? other)(item);
    return withCapital(item, runsOf([around('', people, ', '), work, accessOf(item)].reduce(met, NOTHING)));
  },
};

/** What follows the authors, up to the address. */
const WORKS: Record<string, (item: CslItem) => Piece> = {
  'article-journal': (item) => {
    const all = joined(', ', titleOf(item), containerOf(item), locators(item), pagesOf(item), monthOf(item));
    return met(all, plain(item.DOI || item.URL ? ',' : '.'));
  },
  'paper-conference': (item) => {
    const place = around('in ', containerOf(item));
    return ended(joined(', ', titleOf(item), place, monthOf(item), locators(item), pagesOf(item)));
  },
  report: (item) => {
    const kind = joined(' ', prose(item.genre), prose(item.number));
    return ended(joined(', ', titleOf(item), prose(item.publisher), kind, monthOf(item)));
  },
  thesis: (item) =>
    ended(joined(', ', titleOf(item), prose(item.genre), prose(item.publisher), yearOf(item))),
  book: (item) => {
    const work = around('', joined(', ', titleOf(item), locators(item)), '. ');
    return met(work, ended(joined(', ', prose(item.publisher), yearOf(item), pagesOf(item))));
  },
  chapter: (item) => {
    const work = joined(', ', titleOf(item), around('in ', containerOf(item)), locators(item));
    const editors = item.author ? labelledNames(item.editor, EDITORS, ', ', ['Ed.', 'Eds.'], ' ') : NOTHING;
    const published = ended(joined(', ', prose(item.publisher), yearOf(item), pagesOf(item)));
    return [around('', work, ', '), editors, published].reduce(met, NOTHING);
  },
};

function other(item: CslItem): Piece {
  const work = around('', joined(', ', titleOf(item), containerOf(item), locators(item)), '. ');
  const { year, short, day } = dateOf(item);
  const month = day === undefined ? short : `${short} ${String(day).padStart(2, '0')},`;
  const date = plain([month, year].filter(Boolean).join(' '));
  return met(work, ended(joined(', ', prose(item.publisher), pagesOf(item), date)));
}

function ended(piece: Piece): Piece {
  return around('', piece, '.');
}

function titleOf({ type, title }: CslItem): Piece {
  return type === 'book' ? italic(prose(title)) : quoted(title);
}

function containerOf(item: CslItem): Piece {
  return italic(prose(item['container-title']));
}

function locators({ volume, issue }: CslItem): Piece {
  return joined(
    ', ',
    around('vol. ', plain(volume && number(volume))),
    around('no. ', plain(issue && number(issue))),
  );
}

function pagesOf({ type, number: code, page }: CslItem): Piece {
  if (type === 'article-journal' && code) return around('Art. no. ', prose(code));
  return plain(page && labelled('p.', 'pp.', page, pages(page)));
}

function yearOf(item: CslItem): Piece {
  return plain(dateOf(item).year);
}

function monthOf(item: CslItem): Piece {
  const { short, year } = dateOf(item);
  return joined(' ', plain(short), plain(year));
}

function accessOf({ DOI, URL }: CslItem): Piece {
  if (DOI) return around(' doi: ', plain(DOI), '.');
  return around(' [Online]. Available: ', plain(URL));
}
