/** The Chicago Manual of Style, 17th edition, author and date. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { addressOf } from './address';
import { dateOf } from './dates';
import { labelledNames, type NamesStyle, names } from './names';
import { number, pages } from './numbers';
import { around, italic, joined, met, NOTHING, type Piece, plain, runsOf } from './piece';
import { prose, quoted } from './prose';
import { authorKeys, dateKey } from './sort-keys';
import type { CitationStyle } from './style';
import { capitalised, titleCase } from './title-case';

const EDITORS: NamesStyle = {
  inverted: 'none',
  given: 'whole',
  particleLast: true,
  and: 'and',
  most: { from: 11, first: 7 },
};
const AUTHORS: NamesStyle = { ...EDITORS, inverted: 'first', commaBeforeAnd: true };
/** Works within others. */
const WITHIN = new Set(['chapter', 'paper-conference']);
/** Works of which the archive is not told. */
const NOT_ARCHIVED = new Set(['article-journal', 'book', 'chapter', 'paper-conference']);

export const chicago: CitationStyle = {
  id: 'chicago',
  name: 'Chicago (author-date)',
  sortKeys: (item) => [...authorKeys(item, false), dateKey(item), item.title ?? ''],
  cite(item) {
    const people = item.author
      ? names(item.author, AUTHORS)
      : labelledNames(item.editor, AUTHORS, ', ', ['ed.', 'eds.']);
    const title = titleOf(item);
    const year = dateOf(item).year ?? 'n.d.';
    const head = people.length > 0 ? people : title;
    const rest = people.length > 0 ? title : NOTHING;
    const pieces = [
      joined('. ', head, plain(head.length > 0 ? year : capitalised(year)), rest),
      around('. ', described(item)),
      ...sourceOf(item),
      around('. ', accessOf(item)),
    ];
    return runsOf(around('', pieces.reduce(met, NOTHING), '.'));
  },
};

function titleOf({ type, title, genre }: CslItem): Piece {
  if (!title) return prose(capitalised(genre ?? ''));
  const cased = titleCase(title);
  return type === 'book' ? italic(prose(cased)) : quoted(cased);
}

function described({ type, title, genre, number: code }: CslItem): Piece {
  if (!title || type === 'thesis') return NOTHING;
  return joined(' ', prose(capitalised(genre ?? '')), type === 'report' ? prose(code) : NOTHING);
}

function sourceOf(item: CslItem): Piece[] {
  const { type, volume, page } = item;
  const within = WITHIN.has(type);
  const container = italic(prose(titleCase(item['container-title'] ?? '')));
  const editors = item.author ? names(item.editor, EDITORS) : NOTHING;
  const journal = type === 'article-journal';
  const shownPages = plain(page && pages(page, 'chicago'));
  const alone = type === 'book' || type === 'report' || (within && !page);
  const thesis = type === 'thesis' ? prose(capitalised(item.genre ?? '')) : NOTHING;
  return [
    within ? NOTHING : around('. Edited by ', editors),
    within ? met(plain('. In '), container) : around('. ', container),
    within ? around(', edited by ', editors) : NOTHING,
    within && page ? around(', ', joined(':', plain(volume && number(volume)), shownPages)) : NOTHING,
    journal ? inJournal(item) : NOTHING,
    alone ? around('. Vol. ', plain(volume && number(volume))) : NOTHING,
    journal ? NOTHING : around('. ', prose(titleCase(item['collection-title'] ?? ''))),
    journal ? NOTHING : around('. ', joined(', ', thesis, prose(item.publisher))),
    journal ? around(volume || item.issue ? ': ' : ', ', shownPages) : NOTHING,
  ];
}

/** Volume and issue, or the month where the issue is not known. */
function inJournal(item: CslItem): Piece {
  const { volume, issue } = item;
  const month = plain(dateOf(item).month);
  if (volume) {
    const shown = issue ? plain(number(issue)) : month;
    return met(plain(` ${number(volume)}`), around(' (', shown, ')'));
  }
  if (issue) return around(', no. ', joined(' ', plain(number(issue)), around('(', month, ')')));
  return around(', ', month);
}

function accessOf(item: CslItem): Piece {
  const { type, archive, archive_location: location } = item;
  const archived = NOT_ARCHIVED.has(type)
    ? NOTHING
    : joined('. ', prose(capitalised(location ?? '')), prose(archive));
  return joined('. ', archived, plain(addressOf(item)));
}
