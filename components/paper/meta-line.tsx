import { fullDay, fullMoment, spokenDay, spokenMoment } from '@/components/browser/dates';
import { i18n, number } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Highlighted } from '@/components/parts/highlighted';
import type { Paper } from '@/utils/paper/schema';
import { quotedFilter } from '@/utils/query/quoted-filter';
import { People } from './people';

const SHOWN_AUTHORS = 3;

interface MetaLineProps {
  paper: Paper;
  terms: ReadonlySet<string>;
  now: Date;
  /** -1 where the row has one tab stop for all. */
  tabIndex?: number | undefined;
}

/** Who, where and when, in one line. */
export function MetaLine({ paper, terms, now, tabIndex }: MetaLineProps) {
  const { search, votes } = useDesk();
  const upvotes = votes.of(paper.id);
  const { organization, publishedAt, savedAt, venue } = paper;
  const place = organization ?? venue;
  return (
    <p class="facts">
      <People paper={paper} terms={terms} shown={SHOWN_AUTHORS} tabIndex={tabIndex} />
      {place && (
        <span>
          <button
            type="button"
            class="link"
            tabIndex={tabIndex}
            title={i18n.t('row.search', [place])}
            onClick={() => search(quotedFilter(organization ? 'org' : 'venue', place))}
          >
            <bdi>
              <Highlighted text={place} terms={terms} />
            </bdi>
          </button>
        </span>
      )}
      {publishedAt && (
        <time dateTime={publishedAt} title={i18n.t('row.published', [fullDay(publishedAt)])}>
          {spokenDay(publishedAt, now)}
        </time>
      )}
      {upvotes !== undefined && (
        <span title={i18n.t('row.votes', upvotes)}>
          <span aria-hidden="true">▲ </span>
          {number(upvotes)}
        </span>
      )}
      <time dateTime={savedAt} title={i18n.t('row.savedFull', [fullMoment(savedAt)])}>
        {i18n.t('row.saved', [spokenMoment(savedAt, now)])}
      </time>
    </p>
  );
}
