import { dayOfMoment, timeOfDay } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { siteName } from '@/components/paper/site-name';
import type { VoteCount, Votes } from '@/utils/paper/votes';

/** The drawing's size and the room at its edges, in CSS pixels. It gets smaller where there is less room. */
const [WIDTH, HEIGHT, EDGE] = [240, 48, 4];

interface VotesPlotProps {
  votes: Votes;
  now: Date;
  /** Whether there are plots of other sites, too. */
  among: boolean;
}

/** How the votes of one site grew: a line over time, and the same in words. */
export function VotesPlot({ votes: { site, counts }, now, among }: VotesPlotProps) {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return null;
  const points = placed(counts);
  const sameDay = dayOfMoment(first.at, now) === dayOfMoment(last.at, now);
  const when = ({ at }: VoteCount) =>
    sameDay ? i18n.t('paperPage.dayAndTime', [dayOfMoment(at, now), timeOfDay(at)]) : dayOfMoment(at, now);
  const grown = [first.votes, when(first), last.votes, when(last)] as const;
  return (
    <figure class="votes-plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y }, index) => (
          <circle key={counts[index]?.at} cx={x} cy={y} r={2.5} />
        ))}
      </svg>
      <figcaption>
        {among && `${siteName(site)}: `}
        {i18n.t('paperPage.votesGrew', first.votes, [...grown])}
      </figcaption>
      {counts.length > 2 && <Counts counts={counts} now={now} />}
    </figure>
  );
}

/** All the numbers. */
function Counts({ counts, now }: { counts: readonly VoteCount[]; now: Date }) {
  return (
    <details>
      <summary>{i18n.t('paperPage.votesCounted')}</summary>
      <ol class="counts">
        {counts.map(({ at, votes }) => (
          <li key={at}>
            <time dateTime={at}>{i18n.t('paperPage.dayAndTime', [dayOfMoment(at, now), timeOfDay(at)])}</time>
            <span>{i18n.t('paperPage.votes', votes)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where counts are drawn: time from start to end, votes from none up. */
function placed(counts: readonly VoteCount[]): { x: number; y: number }[] {
  const times = counts.map(({ at }) => Date.parse(at));
  const start = Math.min(...times);
  const span = Math.max(...times) - start;
  const most = Math.max(1, ...counts.map(({ votes }) => votes));
  return counts.map(({ votes }, index) => ({
    x: rounded(EDGE + ((WIDTH - 2 * EDGE) * ((times[index] ?? start) - start)) / span),
    y: rounded(HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * votes) / most),
  }));
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
