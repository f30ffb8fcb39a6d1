/** Vancouver: the recommendations of the International Committee of Medical Journal Editors. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { dateOf } from './dates';
import { labelledNames, type NamesStyle, names } from './names';
import { labelled, number, pages } from './numbers';
import { around, joined, met, NOTHING, type Piece, plain, runsOf } from './piece';
import { prose } from './prose';
import type { CitationStyle } from './style';

const NAMES: NamesStyle = {
  inverted: 'all',
  given: 'letters',
  sortSeparator: ' ',
  most: { from: 7, first: 6 },
};
const EDITOR = ['editor', 'editors'] as const;
/** Works within others. Of them the whole, not the part, is marked as online. */
const WITHIN = new Set(['article-journal', 'chapter', 'paper-conference']);

export const vancouver: CitationStyle = {
  id: 'vancouver',
  name: 'Vancouver',
  number: (place) => `${place}. `,
  cite(item) {
    const { author, editor, type } = item;
    const people = author ? names(author, NAMES) : labelledNames(editor, NAMES, ', ', EDITOR);
    const pieces = [
      around('', joined('. ', people, titleOf(item)), '. '),
      around('', joined(' ', wholeOf(item), publisherOf(item), whenAndWhere(item)), '. '),
      around('', seriesOf(item), '. '),
      type === 'report' ? around('Report No.: ', prose(item.number), '. ') : NOTHING,
      around('Available from: ', plain(item.URL)),
    ];
    return runsOf(pieces.reduce(met, NOTHING));
  },
};

function titleOf({ type, title, URL, genre }: CslItem): Piece {
  if (!title) return NOTHING;
  const online = plain(URL && !WITHIN.has(type) ? ' [Internet]' : '');
  const kind = type === 'thesis' ? around(' [', prose(genre), ']') : NOTHING;
  return [prose(title), online, kind].reduce(met, NOTHING);
}

/** What the work is in, with its editors. */
function wholeOf(item: CslItem): Piece {
  const { type, author, editor, volume, URL } = item;
  const editors = author ? labelledNames(editor, NAMES, ', ', EDITOR, '.') : NOTHING;
  const within = WITHIN.has(type);
  const named = item['container-title'];
  const container = within ? named?.replaceAll('.', '') : named;
  const shown = within
    ? around('', prose(container), URL ? ' [Internet].' : '.')
    : around(
        '',
        joined(
          ', ',
          item['collection-title'] ? NOTHING : volumeOf(volume, 'Vol.', 'Vols.'),
          prose(container),
        ),
        '.',
      );
  const whole = joined(' ', editors, shown);
  return within && type !== 'article-journal' ? joined(': ', plain('In'), whole) : whole;
}

function volumeOf(volume: string | undefined, one: string, several: string): Piece {
  return plain(volume && labelled(one, several, volume, number(volume)));
}

function publisherOf({ type, publisher }: CslItem): Piece {
  return type === 'article-journal' ? NOTHING : around('', prose(publisher), ';');
}

function whenAndWhere(item: CslItem): Piece {
  const { type, volume, issue, page } = item;
  const { year, short, day } = dateOf(item);
  const month = short?.replace('.', '');
  const shownPages = plain(page && pages(page, 'minimal'));
  if (type === 'article-journal') {
    const date = around('', plain([year, month, day].filter(Boolean).join(' ')), ';');
    const place = met(plain(volume && number(volume)), around('(', plain(issue && number(issue)), ')'));
    return [date, place, around(':', shownPages)].reduce(met, NOTHING);
  }
  const date =
    type === 'report' ? plain([year, month].filter(Boolean).join(' ')) : around('', plain(year), '.');
  return type === 'book' ? date : met(date, around(' p. ', shownPages));
}

/** The series, with the volume in it. */
function seriesOf(item: CslItem): Piece {
  if (item.type === 'article-journal' || !item['collection-title']) return NOTHING;
  return around(
    '(',
    joined('; ', prose(item['collection-title']), volumeOf(item.volume, 'vol.', 'vols.')),
    ')',
  );
}
