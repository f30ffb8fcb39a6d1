/** Who is right where readers differ, decided by hand. */

/** @import { Difference } from './compare.mjs' */
/** @typedef {Difference & { file: string, judge: string }} Judged */
/** @typedef {{ right: string, why: string }} Verdict */

/** @type {{ when: (one: Judged) => boolean, right: string, why: string }[]} */
const VERDICTS = [];

/**
 * @param {Judged} one
 * @returns {Verdict}
 */
export function verdictOf(one) {
  return VERDICTS.find(({ when }) => when(one)) ?? { right: '?', why: '' };
}
