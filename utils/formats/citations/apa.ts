/** Publication Manual of the American Psychological Association, 7th edition. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { addressOf } from './address';
import { dateOf } from './dates';
import { labelledNames, type NamesStyle, names } from './names';
import { isNumeric, labelled, number, pages } from './numbers';
import { around, italic, joined, met, NOTHING, type Piece, plain, runsOf, slanted } from './piece';
import { prose } from './prose';
import { authorKeys, dateKey } from './sort-keys';
import type { CitationStyle } from './style';
import { capitalised, titleCase } from './title-case';

const EDITORS: NamesStyle = {
  inverted: 'none',
  given: 'initials',
  and: '&',
  most: { from: 21, first: 19, last: true },
};
const AUTHORS: NamesStyle = { ...EDITORS, inverted: 'all', commaBeforeAnd: true };
const LABEL = ['Ed.', 'Eds.'] as const;

export const apa: CitationStyle = {
  id: 'apa',
  name: 'APA',
  sortKeys: (item) => [...authorKeys(item, true), dateKey(item), item.title ?? ''],
  cite(item) {
    const people = item.author
      ? names(item.author, AUTHORS)
      : labelledNames(item.editor, AUTHORS, ' (', LABEL, ')');
    const [kind, detail] = [inBrackets(item), inParentheses(item)];
    const title = item.title ? joined(' ', titleOf(item), detail) : joined(' ', kind, detail);
    const named = item.title ? kind : NOTHING;
    const [first, described] = people.length > 0 ? [people, joined(' ', title, named)] : [title, named];
    const date = dateIn(item, first.length === 0);
    const body = joined('. ', first, date, described, containerOf(item), publisherOf(item));
    return runsOf(joined(' ', around('', body, '.'), plain(addressOf(item))));
  },
};

/** Whether it appeared in issues, as journals do. */
function isPeriodical({ type, editor }: CslItem): boolean {
  return type === 'article-journal' || (type === 'paper-conference' && !editor);
}

/** Whether it was told at a meeting; its proceedings are not known. */
function isTalk({ type, editor, volume, issue, page }: CslItem): boolean {
  return type === 'paper-conference' && !(editor || volume || issue || page);
}

function dateIn(item: CslItem, begins: boolean): Piece {
  const { year, month, day } = dateOf(item);
  if (!year) return plain(begins ? '(N.d.)' : '(n.d.)');
  const rest = isTalk(item) && month ? `, ${[month, day].filter(Boolean).join(' ')}` : '';
  return plain(`(${year}${rest})`);
}

function titleOf(item: CslItem): Piece {
  if (item['container-title']) return prose(item.title);
  if (isPeriodical(item)) return italic(prose(item.title));
  return slanted(joined(': ', prose(item.title), namedVolume(item)));
}

/** A volume that has a name instead of a number is a part of the title. */
function namedVolume({ volume }: CslItem): Piece {
  return volume && !isNumeric(volume) ? around('Vol. ', prose(volume)) : NOTHING;
}

/** What follows the title of a work that stands alone. */
function inParentheses(item: CslItem): Piece {
  if (item['container-title']) return NOTHING;
  const editors =
    item.author && !isPeriodical(item) ? labelledNames(item.editor, EDITORS, ', ', LABEL) : NOTHING;
  return around('(', joined('; ', editors, details(item)), ')');
}

function details(item: CslItem): Piece {
  return joined('; ', prose(item.archive_location), numberOf(item), locators(item));
}

function numberOf(item: CslItem): Piece {
  const { type, genre, number: code, publisher } = item;
  if (!code) return NOTHING;
  const label = plain(isNumeric(code) ? 'No.' : '');
  const university = type === 'thesis' && isOnline(item) ? prose(publisher) : NOTHING;
  return joined(', ', joined(' ', prose(titleCase(genre ?? '')), label, prose(code)), university);
}

function isOnline({ archive, DOI, URL }: CslItem): boolean {
  return Boolean(archive || DOI || URL);
}

function locators(item: CslItem): Piece {
  const { volume, issue, page } = item;
  if (isPeriodical(item)) return NOTHING;
  return joined(
    ', ',
    plain(isNumeric(volume) && volume ? labelled('Vol.', 'Vols.', volume, number(volume)) : ''),
    plain(issue && labelled('Issue', 'Issues', issue, number(issue))),
    plain(page && labelled('p.', 'pp.', page, pages(page, 'expanded'))),
  );
}

/** What kind of work it is. */
function inBrackets(item: CslItem): Piece {
  const { type, number: code, publisher } = item;
  if (type === 'thesis') {
    if (code) return NOTHING;
    return around('[', joined(', ', kindOf(item), isOnline(item) ? prose(publisher) : NOTHING), ']');
  }
  const hidden = item['container-title'] && (isTalk(item) || type === 'report');
  return hidden ? NOTHING : around('[', kindOf(item), ']');
}

function kindOf({ type, genre, number: code }: CslItem): Piece {
  if (genre) return code ? NOTHING : prose(capitalised(genre));
  return plain(type === 'dataset' ? 'Data set' : '');
}

function containerOf(item: CslItem): Piece {
  const { type, volume, issue, page, editor, author, number: code, 'container-title': container } = item;
  if (isPeriodical(item)) {
    const inside = volume
      ? met(italic(plain(number(volume))), around('(', plain(issue && number(issue)), ')'))
      : italic(plain(issue && number(issue)));
    const place = code ? around('Article ', prose(code)) : plain(page && pages(page, 'expanded'));
    return joined(', ', italic(prose(titleCase(container ?? ''))), inside, place);
  }
  if (!container) return NOTHING;
  const editors = author ? labelledNames(editor, EDITORS, ' (', LABEL, ')') : NOTHING;
  const named = slanted(joined(': ', prose(container), namedVolume(item)));
  const kind = type === 'report' ? around('[', kindOf(item), ']') : NOTHING;
  return around('In ', joined(' ', joined(', ', editors, named), around('(', details(item), ')'), kind));
}

function publisherOf(item: CslItem): Piece {
  const shown = item.type === 'thesis' ? !isOnline(item) : !isPeriodical(item);
  return joined('; ', shown ? prose(item.publisher) : NOTHING, prose(item.archive));
}
