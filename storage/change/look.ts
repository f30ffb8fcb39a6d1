/**
 * DECIDE: what a page changes by being looked at. Nobody asked for it, so it merges no records, brings none back and
 * replaces nothing that is trusted as much. What it does change of a paper is journalled. Pure.
 */
import type { Change } from '@/storage/database';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import { LOCKABLE_FIELDS } from '@/utils/paper/fields';
import { absorb } from '@/utils/paper/merge';
import { type Statement, saidBy } from '@/utils/paper/normalise';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { Draft } from './draft';
import { findMatches } from './matches';
import { keep, putSightings, sightingsIn } from './records';
import { sameValue } from './row-difference';

/** A saved paper on a page. */
interface Look {
  paper: Paper;
  /** The record after the look; the same object if that changes nothing. */
  after: Paper;
  /** Several records answer to what the page says, so that it is unknown which of them it speaks of. */
  ambiguous: boolean;
}

/** Notes that a saved paper was seen; false if it is not saved. Seen once more with the same numbers is no news. */
export function sightStatement(draft: Draft, statement: Statement): boolean {
  const look = lookAt(draft, statement);
  if (!look) return false;
  const { paper, after, ambiguous } = look;
  const news = sightingsIn(statement, paper.id).filter((sighting) => isNews(draft, sighting, statement));
  if (after === paper && news.length === 0) return true;
  if (ambiguous) putSightings(draft, paper.id, news);
  // A title that the page claims and the record does not show leads nowhere.
  else keep(draft, after, paper, news, []);
  return true;
}

/** Whether a look changes what a saved paper says, rather than only where it was seen and what else was claimed. */
export function changesPaper(draft: Draft, statement: Statement): boolean {
  const look = lookAt(draft, statement);
  if (!look || look.after === look.paper) return false;
  return JSON.stringify(exportPaper(look.after, [])) !== JSON.stringify(exportPaper(look.paper, []));
}

/**
 * After the undo of a look: what the user took back counts as typed, so that the next look does not bring it again.
 * `changes` are those of the look.
 */
export function lockTakenBack(draft: Draft, changes: readonly Change[]): void {
  for (const { table, key, before } of changes) {
    const paper = table === 'papers' ? draft.get('papers', key) : undefined;
    if (!paper || !before) continue;
    const taken = LOCKABLE_FIELDS.filter((name) => name in before && sameValue(paper[name], before[name]));
    const edited = [...new Set([...paper.edited, ...taken])].sort();
    if (taken.length > 0) draft.put('papers', { ...paper, edited });
  }
}

function lookAt(draft: Draft, statement: Statement): Look | undefined {
  const said = saidBy(statement);
  const [paper, ...others] = findMatches(draft, said);
  if (!paper) return undefined;
  const ambiguous = others.length + findMatches(draft, said, 'trash').length > 0;
  const heard = paper.edited.includes('identifiers') ? { ...statement, identifiers: {} } : statement;
  return { paper, after: ambiguous ? paper : absorb(paper, heard), ambiguous };
}

/** Whether it was not seen there, or with other numbers. */
function isNews(
  draft: Draft,
  { paper, site, url, upvotes, comments }: Sighting,
  { passing }: Statement,
): boolean {
  const seen = draft.get('sightings', [paper, site, url]);
  if (!seen) return !passing;
  return (upvotes ?? seen.upvotes) !== seen.upvotes || (comments ?? seen.comments) !== seen.comments;
}
