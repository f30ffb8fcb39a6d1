/** A made-up library as version 2 kept it, with a person's marks, a trash, and rows that are damaged. Pure. */

import { makeLibrary } from '../papers.mjs';

/** @import { Paper } from '@/utils/paper/schema' */

/**
 * @typedef {{ id: string, [field: string]: unknown }} Row a row as version 2 wrote it, which no type of today describes
 */

/**
 * @typedef {object} OldLibrary
 * @property {Record<string, unknown[]>} tables rows by table
 * @property {string[]} damaged ids of the rows of `papers` and `trash` that are no records
 */

/** One paper in so many lies in the trash. */
const TRASHED = 50;
/** What damages a row, each once in `papers`; the first also once in the trash. */
const DAMAGES = [{ authors: 7 }, { title: 7 }, { tags: null }, { identifiers: undefined }];

/**
 * @param {number} count papers, in the library and in the trash
 * @param {Date} until when the newest was saved
 * @returns {OldLibrary}
 */
export function makeOldLibrary(count, until) {
  const { papers, aliases, sightings, journal, changes, settings } = makeLibrary(count, until);
  const revision = Number(settings[0]?.value);
  const rows = papers.map((paper, index) => /** @type {Row} */ ({ ...paper, ...marksOf(paper, index) }));
  const isTrashed = (/** @type {number} */ index) => index % TRASHED === TRASHED - 1;
  const living = rows.filter((_, index) => !isTrashed(index));
  const trash = rows.flatMap((paper, index) =>
    isTrashed(index)
      ? [{ id: paper.id, trashedAt: paper.savedAt, paper, sightings: [sightings[index]] }]
      : [],
  );
  const damaged = damage(living, trash);
  const tombstones = trash.map(({ id, trashedAt }) => ({ id, revision, at: trashedAt }));
  const counted = [
    { name: 'revision', value: revision },
    { name: 'papers', value: living.length },
  ];
  const seen = sightings.filter((_, index) => !isTrashed(index));
  const tables = { papers: living, aliases, sightings: seen, trash, tombstones, journal, changes };
  return { tables: { ...tables, settings: counted }, damaged };
}

/**
 * What version 2 kept of a person's deeds: days of edits instead of stamps.
 *
 * @param {Paper} paper
 * @param {number} index
 * @returns {object}
 */
function marksOf({ savedAt, title, origins }, index) {
  const typed = index % 10 === 3;
  return {
    tags: index % 3 === 0 ? ['to read', `year ${index % 7}`] : [],
    status: index % 11 === 5 ? 'reading' : 'unread',
    starred: index % 7 === 2,
    ...(index % 13 === 6 && { note: `Read ${title} again.\n\n- compare the tables` }),
    edited: typed ? ['title'] : [],
    ...(typed && { origins: { ...origins, title: { site: 'user', trust: 3, at: savedAt } } }),
    changedAt: typed ? { title: savedAt } : {},
  };
}

/**
 * @param {Row[]} living gets damaged rows, far from each other
 * @param {{ id: string, paper: Row }[]} trash likewise
 * @returns {string[]} their ids
 */
function damage(living, trash) {
  const places = DAMAGES.map((_, index) => Math.floor((living.length * (index + 1)) / (DAMAGES.length + 1)));
  for (const [index, place] of places.entries()) Object.assign(living[place] ?? {}, DAMAGES[index]);
  const last = trash.at(-1);
  if (last) last.paper = { ...last.paper, ...DAMAGES[0] };
  return [...places.map((place) => living[place]?.id ?? ''), ...(last ? [last.id] : [])];
}
