import { i18n } from '@/components/browser/words';
import './list-line.css';

/** The query language by examples, what is typed and what it finds. The README has the whole of it. */
const EXAMPLES = [
  ['graph attention', 'words'],
  ['"graph attention"', 'phrase'],
  ['graph OR tree', 'or'],
  ['graph -survey', 'not'],
  ['(graph OR tree) attention', 'group'],
  ['title:graph  author:müller', 'field'],
  ['abstract:  tag:  note:  venue:', 'field2'],
  ['tag:="to read"', 'tag'],
  ['org:planck', 'org'],
  ['site:arxiv', 'site'],
  ['year:2020..2023', 'year'],
  ['published:2024-03', 'published'],
  ['saved:tuesday  listed:yesterday', 'day'],
  ['saved:last-week  saved:>=monday', 'week'],
  ['saved:<14d', 'age'],
  ['upvotes:>50', 'upvotes'],
  ['is:starred  is:unread  is:reading  is:read', 'is'],
  ['is:trashed', 'trashed'],
  ['has:code  has:note  has:abstract', 'has'],
] as const;

/** What can be typed into the search box. */
export function SearchHelp() {
  return (
    <section class="help" aria-label={i18n.t('tools.help')}>
      <p>{i18n.t('help.intro')}</p>
      <dl>
        {EXAMPLES.map(([typed, name]) => (
          <>
            <dt key={typed}>{typed}</dt>
            <dd key={name}>{i18n.t(`help.${name}`)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
