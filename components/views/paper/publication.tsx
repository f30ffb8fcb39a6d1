import { fullDay, fullMoment, spokenDay, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Paper } from '@/utils/paper/schema';
import { quotedFilter } from '@/utils/query/quoted-filter';

/** Where and when it was published, by whom, and when it was saved. */
export function Publication({ paper }: { paper: Paper }) {
  const { search } = useDesk();
  const { organization, venue, volume, issue, pages, type, publishedAt, savedAt } = paper;
  const now = new Date();
  const number = [volume, issue && `(${issue})`].filter(Boolean).join('');
  return (
    <p class="facts">
      {organization && (
        <span>
          <button type="button" class="link" onClick={() => search(quotedFilter('org', organization))}>
            <bdi>{organization}</bdi>
          </button>
        </span>
      )}
      {venue && (
        <span>
          <button type="button" class="link" onClick={() => search(quotedFilter('venue', venue))}>
            <bdi>{venue}</bdi>
          </button>
        </span>
      )}
      {number && <span>{number}</span>}
      {pages && <span>{i18n.t('paperPage.pages', [pages])}</span>}
      {type && <span>{i18n.t(`type.${type}`)}</span>}
      {publishedAt && (
        <time dateTime={publishedAt} title={fullDay(publishedAt)}>
          {spokenDay(publishedAt, now)}
        </time>
      )}
      <time dateTime={savedAt} title={fullMoment(savedAt)}>
        {i18n.t('row.saved', [spokenMoment(savedAt, now)])}
      </time>
    </p>
  );
}
