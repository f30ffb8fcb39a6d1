/**
 * Stamps order changes, also those of several devices: a hybrid logical clock
 * (Kulkarni et al. 2014, https://cse.buffalo.edu/tech-reports/2014-04.pdf). A stamp is later than every stamp that its
 * writer knew, whatever the wall clock says. Stamps are compared as text and never shown as dates.
 */

/** `ms` (9 characters, base 36), `count` (3, base 36) and the id of the session that wrote it (10). */
export type Stamp = string;

const MS = 9;
const COUNT = 3;
const SESSION = 10;
const MAX_MS = 36 ** MS - 1;
const MAX_COUNT = 36 ** COUNT - 1;

export const STAMP = /^[0-9a-z]{22}$/;

/** The session of stamps that are made from records without any, so that copies of one old library agree. */
const OLD_SESSION = '0'.repeat(SESSION);

/** The stamp after `last`, at `ms` since 1970 by the wall clock; a clock that went back is ignored. */
export function nextStamp(last: Stamp | undefined, ms: number, session: string): Stamp {
  const [lastMs, lastCount] = last === undefined ? [0, -1] : [base36(last, 0, MS), base36(last, MS, COUNT)];
  const wall = Math.min(Math.max(0, Math.floor(ms) || 0), MAX_MS);
  if (wall > lastMs) return format(wall, 0, session);
  return lastCount < MAX_COUNT ? format(lastMs, lastCount + 1, session) : format(lastMs + 1, 0, session);
}

/**
 * The stamp of what a record without stamps says; `moment` (ISO) is when it was saved or last edited. Different texts of
 * one moment get different stamps, because both are kept (note.ts).
 */
export function oldStamp(moment: string, text = ''): Stamp {
  const ms = Math.min(Math.max(0, Date.parse(moment) || 0), MAX_MS);
  return format(ms, 0, text === '' ? OLD_SESSION : hashOf(text).toString(36));
}

/** When a stamp was made (ms since 1970), by the latest clock that its writer knew of. That may be wrong by years. */
export function momentOf(stamp: Stamp): number {
  return base36(stamp, 0, MS);
}

/** FNV-1a over UTF-16 units, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A session's id, made of at least 10 random bytes. */
export function sessionId(random: Uint8Array): string {
  return Array.from(random.subarray(0, SESSION), (byte) => (byte % 36).toString(36)).join('');
}

function format(ms: number, count: number, session: string): Stamp {
  return pad(ms, MS) + pad(count, COUNT) + session.padStart(SESSION, '0').slice(-SESSION);
}

function pad(number: number, length: number): string {
  return number.toString(36).padStart(length, '0');
}

function base36(text: string, from: number, length: number): number {
  return Number.parseInt(text.slice(from, from + length), 36);
}
