/** What repeated measurements say. Pure. */

/**
 * @typedef {object} Row one line of the report
 * @property {string} measure
 * @property {string} value
 * @property {string} [p95]
 * @property {string} [floor] what the browser itself takes, measured in turn with the product
 * @property {string} [goal]
 * @property {number} [repeats]
 */

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5 is the median
 * @returns {number} the smallest value that at least this share of them does not exceed
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {number} value */
export function ms(value) {
  return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

/**
 * @param {string} measure
 * @param {readonly number[]} measured in milliseconds; NaN where nothing came to be measured
 * @param {string} [goal]
 * @param {readonly number[]} [floor]
 * @returns {Row}
 */
export function timeRow(measure, measured, goal = '', floor = []) {
  const values = measured.filter((value) => !Number.isNaN(value));
  return {
    measure,
    value: ms(median(values)),
    p95: ms(quantile(values, 0.95)),
    floor: floor.length > 0 ? `${ms(median(floor))} (p95 ${ms(quantile(floor, 0.95))})` : '',
    goal,
    repeats: values.length,
  };
}

/**
 * @param {readonly Row[]} rows
 * @returns {string} a Markdown table
 */
export function table(rows) {
  const lines = rows.map((row) =>
    [row.measure, row.value, row.p95 ?? '', row.floor ?? '', row.goal ?? '', row.repeats ?? ''].join(' | '),
  );
  const head = ['Measure | median | p95 | floor | goal | n', '--- | ---: | ---: | ---: | ---: | ---:'];
  return [...head, ...lines].map((line) => `| ${line} |`).join('\n');
}
