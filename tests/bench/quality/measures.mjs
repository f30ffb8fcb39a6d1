/** How good a ranked list is, given the papers that are relevant. A paper is relevant or not; there are no grades. Pure. */

/**
 * Normalised discounted cumulative gain: a relevant paper at place i (from 1) is worth 1 / log2(i + 1), and the sum is
 * divided by that of the best possible list (Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques,
 * ACM TOIS 20(4), 2002, with the discount of Burges et al., Learning to rank using gradient descent, ICML 2005, as in
 * trec_eval's `ndcg_cut`).
 *
 * @param {readonly number[]} list the best first, each paper once
 * @param {ReadonlySet<number>} relevant
 * @param {number} depth places that count
 * @returns {number} from 0 to 1; 0 if nothing is relevant
 */
export function ndcg(list, relevant, depth) {
  let gain = 0;
  for (const [place, paper] of list.slice(0, depth).entries())
    if (relevant.has(paper)) gain += 1 / Math.log2(place + 2);
  let ideal = 0;
  for (let place = 0; place < Math.min(depth, relevant.size); place++) ideal += 1 / Math.log2(place + 2);
  return ideal === 0 ? 0 : gain / ideal;
}

/**
 * Average precision: the mean, over all relevant papers, of the precision at each one's place; one that is not in the
 * list counts 0 (Manning, Raghavan and Schütze, Introduction to Information Retrieval, section 8.4, cut off as
 * trec_eval's `map_cut`). The mean of it over questions is MAP.
 *
 * @param {readonly number[]} list the best first, each paper once
 * @param {ReadonlySet<number>} relevant
 * @param {number} depth places that count
 * @returns {number} from 0 to 1; 0 if nothing is relevant
 */
export function averagePrecision(list, relevant, depth) {
  let found = 0;
  let sum = 0;
  for (const [place, paper] of list.slice(0, depth).entries())
    if (relevant.has(paper)) sum += ++found / (place + 1);
  return relevant.size === 0 ? 0 : sum / relevant.size;
}

/**
 * @param {readonly number[]} values
 * @returns {number} NaN if there are none
 */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
