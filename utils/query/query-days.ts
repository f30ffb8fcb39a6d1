/** The days that a query counts by. When a paper was saved is the person's own matter; listings and publication have days in UTC. */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface QueryDays {
  /** Today in UTC and where the person is: YYYY-MM-DD. */
  utc: string;
  own: string;
  /** The first moment (ms since 1970) of one of the person's days, counted from 1970-01-01. */
  startOf(day: number): number;
}

/**
 * The days as of `now`. `offsetAt` says how many minutes the person's clocks are behind UTC at a moment
 * (`Date.getTimezoneOffset`): this changes with summer time.
 */
export function queryDays(now: Date, offsetAt: (moment: Date) => number): QueryDays {
  const offset = (ms: number) => offsetAt(new Date(ms)) * MINUTE_MS;
  return {
    utc: dayAt(now.getTime()),
    own: dayAt(now.getTime() - offset(now.getTime())),
    startOf(day) {
      const midnight = day * DAY_MS;
      const before = midnight + offset(midnight - DAY_MS);
      const after = midnight + offset(midnight + DAY_MS);
      const real = [before, after].filter((start) => midnight + offset(start) === start);
      // Where clocks strike midnight twice, the first counts. Where they jump over it, the day begins with the jump.
      return real.length > 0 ? Math.min(...real) : before;
    },
  };
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
