/** MLA Handbook, 9th edition. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { addressOf } from './address';
import { dateOf } from './dates';
import { labelledNames, type NamesStyle, names } from './names';
import { labelled, number, pages } from './numbers';
import { around, italic, joined, NOTHING, type Piece, plain, runsOf } from './piece';
import { prose, quoted } from './prose';
import { authorKeys } from './sort-keys';
import type { CitationStyle } from './style';
import { titleCase } from './title-case';
import { withCapital } from './with-capital';

const AUTHORS: NamesStyle = {
  inverted: 'first',
  given: 'stops',
  and: 'and',
  commaBeforeAnd: true,
  most: { from: 3, first: 1, comma: true },
};
const EDITORS: NamesStyle = { inverted: 'none', given: 'whole', and: 'and', most: { from: 3, first: 1 } };
/** Works that stand alone: of their date only the year is told. */
const YEAR_ONLY = new Set(['book', 'chapter', 'paper-conference']);

export const mla: CitationStyle = {
  id: 'mla',
  name: 'MLA',
  sortKeys: (item) => [...authorKeys(item, true), item.title ?? ''],
  cite(item) {
    const { author, editor, archive, archive_location: location } = item;
    const container = joined(
      ', ',
      italic(prose(titleCase(item['container-title'] ?? ''))),
      author ? editorsOf(item) : NOTHING,
      numbersOf(item),
      item.type === 'article-journal' ? NOTHING : prose(item.publisher),
      plain(dateIn(item)),
      plain(item.page && labelled('p.', 'pp.', item.page, pages(item.page, 'minimal-two'))),
      plain(addressOf(item)),
    );
    const people = author
      ? names(author, AUTHORS)
      : labelledNames(editor, AUTHORS, ', ', ['editor', 'editors']);
    const archived = joined(', ', prose(archive), prose(location));
    return withCapital(
      item,
      runsOf(around('', joined('. ', people, titleOf(item), container, archived), '.')),
    );
  },
};

function titleOf({ title, 'container-title': container }: CslItem): Piece {
  const cased = titleCase(title ?? '');
  return container ? quoted(cased) : italic(prose(cased));
}

function editorsOf({ editor, 'container-title': container }: CslItem): Piece {
  return around(container ? 'edited by ' : 'Edited by ', names(editor, EDITORS));
}

function numbersOf(item: CslItem): Piece {
  const { author, editor, volume, issue } = item;
  const lower = item['container-title'] || (author && editor);
  const shown = lower || !(author || editor);
  return joined(
    ', ',
    around(lower ? 'vol. ' : 'Vol. ', plain(shown && volume ? number(volume) : '')),
    around('no. ', plain(issue && number(issue))),
    prose(item.type === 'report' ? item.genre : ''),
    prose(item.number),
  );
}

function dateIn(item: CslItem): string {
  const { year, mla: month, day } = dateOf(item);
  if (!year || YEAR_ONLY.has(item.type)) return year ?? '';
  const shownDay = item.type === 'article-journal' ? undefined : day;
  return [shownDay, month, year].filter(Boolean).join(' ');
}
