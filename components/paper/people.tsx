import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Highlighted } from '@/components/parts/highlighted';
import type { Paper } from '@/utils/paper/schema';
import { quotedFilter } from '@/utils/query/quoted-filter';

const NO_TERMS: ReadonlySet<string> = new Set();

interface PeopleProps {
  paper: Pick<Paper, 'authors' | 'authorCount'>;
  terms?: ReadonlySet<string>;
  /** Authors that are named; of the others only their number is told. */
  shown: number;
  /** -1 where the row has one tab stop for all. */
  tabIndex?: number | undefined;
}

/** The first authors, each in the direction of their own script and leading to a search; else how many there are. */
export function People({ paper: { authors, authorCount }, terms = NO_TERMS, shown, tabIndex }: PeopleProps) {
  const { search } = useDesk();
  if (authors.length === 0)
    return authorCount === undefined ? null : <span>{i18n.t('paper.authors', authorCount)}</span>;
  const more = authors.length - shown;
  const named = authors.slice(0, shown);
  return (
    <span>
      {named.map((name, place) => (
        <>
          {place > 0 && ' '}
          <span class="person">
            <button
              type="button"
              class="link"
              tabIndex={tabIndex}
              title={i18n.t('row.search', [name])}
              onClick={() => search(quotedFilter('author', name))}
            >
              <bdi>
                <Highlighted text={name} terms={terms} />
              </bdi>
            </button>
            {place < named.length - 1 && ','}
          </span>
        </>
      ))}
      {more > 0 && <span class="more-people"> {i18n.t('row.others', [more])}</span>}
    </span>
  );
}
