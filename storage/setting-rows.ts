/** The rows about the library as a whole, and those that were set aside. */

/** Single values about the library as a whole. */
export interface Setting {
  /**
   * `papers` counts them: counting rows takes 30 ms at 10,000 papers, and every save and every page needs it. `clock` is
   * the latest stamp, `session` the id in its stamps, `days` the days of use (storage/change/days.ts), `keys` by which
   * rules the keys of papers were made, `upgrade` how far rows of older versions were brought up to date (upgrade-rows.ts),
   * `counting` and `touching` how far a library of before was counted (derive-step.ts), `alike` for which papers others like
   * them were looked for, `forgotten` a mark that papers were deleted for good (search/rows/forgotten.ts), `tasks` what is
   * under way (tasks.ts), `edit:…` the ids of papers that a task edits, by entry and part, `tags used`, `tag colours` and
   * `colours forgotten` what is known of tags beside their papers (tag-notes.ts).
   */
  name:
    | 'revision'
    | 'papers'
    | 'clock'
    | 'session'
    | 'days'
    | 'keys'
    | 'upgrade'
    | 'forgotten'
    | 'tasks'
    | 'tags used'
    | 'tag colours'
    | 'colours forgotten'
    | 'counting'
    | 'touching'
    | 'alike'
    | `edit:${number}:${number}`;
  value: unknown;
}

/** How far rows of older versions were brought up to date: the table, and the key of the last row that is done. */
export interface UpgradePosition {
  table: 'papers' | 'trash';
  after?: string;
}

/** A row of an older version that is no record any more. It was set aside, so that nothing stumbles over it. */
export interface Damaged {
  table: 'papers' | 'trash';
  id: string;
  row: unknown;
}

/**
 * How far the papers of a library of before were counted: papers up to this id are in the derived tables, and each change
 * keeps them so. `done` is how many these were when they were counted.
 */
export interface CountingPosition {
  after?: string;
  done?: number;
}

/** Down to which part of which entry the papers that it touched are noted; all that came later are. */
export interface TouchingPosition {
  below?: [entry: number, part: number];
}
