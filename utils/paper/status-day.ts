/** When a paper's status was set. Pure. */
import type { Paper } from './schema';
import { momentOf, oldStamp } from './stamp';

/** A clock that is ahead by more than this (ms) is not believed. */
export const AHEAD = 24 * 3_600_000;

/**
 * The moment (ISO) at which the status was set; undefined if nobody knows. What an undo brought back has its former day. A
 * moment that is not yet, by more than a day, comes from a clock that was wrong. `now` is ISO.
 */
export function statusDay(paper: Paper, now: string): string | undefined {
  const moment = statusMoment(paper);
  return moment !== undefined && Date.parse(moment) > Date.parse(now) + AHEAD ? undefined : moment;
}

/** The same, however far ahead that clock was. */
export function statusMoment({ stamps, restored, savedAt }: Paper): string | undefined {
  const [former] = restored?.status?.split(' ') ?? [];
  const stamp = former || stamps?.status;
  // A record of before stamps only knows when it was saved.
  if (stamp === undefined || stamp === oldStamp(savedAt)) return undefined;
  return new Date(momentOf(stamp)).toISOString();
}
