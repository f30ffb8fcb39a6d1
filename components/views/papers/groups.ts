/** The groups of the list of papers: which one a row lies in, and the words of their dividers. */
import { ownDayNumber, spokenDay } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { siteName } from '@/components/paper/site-name';
import type { Hit } from '@/storage/search/library-search';
import { dayOfNumber } from '@/utils/days';
import type { Group } from '@/utils/query/query-tree';

/** Before the name of a group whose papers are only spelled like what was searched for: it may be begun above, too. */
const ALIKE = '~';

/** Names the group of a row. Days of saving are read from the paper: the newest papers are listed without the index. */
export function groupOf(by: Group): (hit: Hit) => string {
  return ({ paper, group = '', alike }) => {
    const name = by === 'saved' ? dayOfNumber(ownDayNumber(Date.parse(paper.savedAt))) : group;
    return `${alike ? ALIKE : '='}${name}`;
  };
}

/** What the divider above a group says. */
export function groupWords(by: Group, now: Date): (group: string) => string {
  return (group) => {
    const words = wordsOf(by, group.slice(1), now);
    return group.startsWith(ALIKE) ? i18n.t('groups.alike', [words]) : words;
  };
}

function wordsOf(by: Group, name: string, now: Date): string {
  if (name === '') return i18n.t(`groups.without.${by}`);
  if (by === 'year') return name;
  if (by === 'site') return name.split('\n').map(siteName).join(' · ');
  return spokenDay(name, now);
}
