/** Days for queries of somebody who lives in UTC. */
import { type QueryDays, queryDays } from '@/utils/query/query-days';

/** `today` is YYYY-MM-DD. */
export function utcDays(today: string): QueryDays {
  return queryDays(new Date(`${today}T12:00:00Z`), () => 0);
}
