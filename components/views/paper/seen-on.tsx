import { useId } from 'preact/hooks';
import { fullDay, fullMoment, spokenDay, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { siteName } from '@/components/paper/site-name';
import { LibraryFailure } from '@/components/parts/library-failure';
import { sightingsOf } from '@/storage/library';
import { order } from '@/utils/order';
import type { Sighting } from '@/utils/paper/schema';
import { votesOverTime } from '@/utils/paper/votes';
import { FoldedList } from './folded-list';
import { VotesPlot } from './votes-plot';
import './sections.css';

/** The listings on which the paper was seen, and how its votes grew between them. */
export function SeenOn({ id }: { id: string }) {
  const { db } = useDesk();
  const heading = useId();
  const read = useLive(() => sightingsOf(db, id), [db, id]);
  if (read.state === 'loading') return null;
  if (read.state === 'failed') return <LibraryFailure db={db} error={read.error} />;
  if (read.value.length === 0) return null;
  const now = new Date();
  const plots = votesOverTime(read.value);
  return (
    <section class="below seen-on">
      <h3 id={heading}>{i18n.t('paperPage.seenOn')}</h3>
      {plots.map((votes) => (
        <VotesPlot key={votes.site} votes={votes} now={now} among={plots.length > 1} />
      ))}
      <FoldedList
        items={read.value.toSorted(newestFirst)}
        labelledBy={heading}
        draw={(sighting) => (
          <li class="facts" key={`${sighting.site} ${sighting.url}`}>
            <Line sighting={sighting} now={now} />
          </li>
        )}
      />
    </section>
  );
}

function Line({ sighting, now }: { sighting: Sighting; now: Date }) {
  const { site, url, listedAt, seenAt, submitter, upvotes, comments } = sighting;
  const seen = i18n.t('paperPage.seenFull', [fullMoment(seenAt)]);
  return (
    <>
      <span>
        <a class="seen-link" href={url} target="_blank" rel="noreferrer noopener">
          {siteName(site)}
        </a>
      </span>
      {listedAt ? (
        <time dateTime={listedAt} title={`${fullDay(listedAt)}\n${seen}`}>
          {spokenDay(listedAt, now)}
        </time>
      ) : (
        <time dateTime={seenAt} title={seen}>
          {i18n.t('paperPage.seenAt', [spokenMoment(seenAt, now)])}
        </time>
      )}
      {submitter && (
        <bdi title={i18n.t('paperPage.submitterFull', [submitter])}>
          {i18n.t('paperPage.submitter', [submitter])}
        </bdi>
      )}
      {upvotes !== undefined && (
        <span class="votes" title={i18n.t('paperPage.votes', upvotes)}>
          <span aria-hidden="true">{i18n.t('paperPage.upvotes', [upvotes])}</span>
          <span class="unseen">{i18n.t('paperPage.votes', upvotes)}</span>
        </span>
      )}
      {comments !== undefined && <span>{i18n.t('paperPage.comments', comments)}</span>}
    </>
  );
}

/** By the day that is shown, then by the moment of seeing. */
function newestFirst(a: Sighting, b: Sighting): number {
  return order(dayOf(b), dayOf(a)) || order(b.seenAt, a.seenAt) || order(a.url, b.url);
}

function dayOf({ listedAt, seenAt }: Sighting): string {
  return listedAt ?? seenAt.slice(0, 10);
}
