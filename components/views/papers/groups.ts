/** The groups of the list of papers: which one a row lies in, and the words of their dividers. */
import { ownDayNumber, spokenDay } from '@/components/browser/dates';
import { i18n, number } from '@/components/browser/words';
import { siteName } from '@/components/paper/site-name';
import type { Hit } from '@/storage/search/library-search';
import { dayOfNumber } from '@/utils/days';
import type { Group } from '@/utils/query/query-tree';

/** Before the name of a group whose papers are only spelled like what was searched for: it may be begun above, too. */
const ALIKE = '~';
/** The papers that have most of the words of a search, which follow all others. */
const MEANT = 'meant';

/**
 * Names the group of a row; '' without groups. Days of saving are read from the paper: the newest papers are listed
 * without the index.
 */
export function groupOf(by: Group | undefined): (hit: Hit) => string {
  return ({ paper, group = '', pass }) => {
    if (pass === 'meant') return MEANT;
    if (!by) return '';
    const name = by === 'saved' ? dayOfNumber(ownDayNumber(Date.parse(paper.savedAt))) : group;
    return `${pass === 'alike' ? ALIKE : '='}${name}`;
  };
}

/** What the divider above a group says; above the `meant` papers that have most of the words, how many these are. */
export function groupWords(by: Group | undefined, now: Date, meant: number): (group: string) => string {
  return (group) => {
    if (group === MEANT) return i18n.t('groups.meant', [number(meant)]);
    const words = by ? wordsOf(by, group.slice(1), now) : '';
    return group.startsWith(ALIKE) ? i18n.t('groups.alike', [words]) : words;
  };
}

function wordsOf(by: Group, name: string, now: Date): string {
  if (name === '') return i18n.t(`groups.without.${by}`);
  if (by === 'year') return name;
  if (by === 'site') return name.split('\n').map(siteName).join(' · ');
  return spokenDay(name, now);
}
