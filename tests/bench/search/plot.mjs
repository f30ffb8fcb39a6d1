/** The time of the first titles against the size of the library, as an SVG that is legible on light and dark. Pure. */

import { median } from '../stats.mjs';
import { NAMES } from './names.mjs';

/** @import { SizeResult } from './measure-size.mjs' */

const BOX = { left: 64, right: 560, top: 24, bottom: 340, width: 700, height: 400 };
/** Milliseconds at bottom and top. */
const [LEAST, MOST] = [10, 100_000];
const TICKS = /** @type {[number, string][]} */ ([
  [10, '10 ms'],
  [100, '100 ms'],
  [1000, '1 s'],
  [10_000, '10 s'],
  [100_000, '100 s'],
]);
/** Middle tones: a contrast of 3 and more on white and on near-black. */
const COLOURS = ['#808080', '#d1495b', '#2f7fd1', '#8a7a2a', '#2a9070', '#9467bd', '#b86a1b'];
/** Least distance of two names. */
const LINE = 16;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #333; }
  .grid { stroke: #8886; } .line { fill: none; stroke-width: 2; } .ours { stroke-width: 4; }
  @media (prefers-color-scheme: dark) { text { fill: #ddd; } }`;

/**
 * @param {readonly SizeResult[]} results
 * @returns {string}
 */
export function plot(results) {
  const sizes = results.map(({ papers }) => papers);
  const [least = 1, most = 10] = [Math.min(...sizes), Math.max(...sizes)];
  const x = (/** @type {number} */ papers) => scale(papers, least, most, BOX.left + 20, BOX.right);
  const y = (/** @type {number} */ ms) => scale(ms, LEAST, MOST, BOX.bottom, BOX.top);
  const lines = Object.keys(NAMES).flatMap((name, index) => {
    const points = results.flatMap(({ papers, of }) => {
      const cold = median(of[name]?.cold ?? []);
      return Number.isFinite(cold) ? [{ at: x(papers), to: y(cold) }] : [];
    });
    const last = points.at(-1);
    return last ? [{ name, points, last, colour: COLOURS[index] ?? '#808080', label: last.to }] : [];
  });
  spread(lines);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BOX.width} ${BOX.height}" role="img">
  <title>From a new page to 20 titles drawn, by number of papers</title>
  <style>${STYLE}
  </style>
${TICKS.map(([ms, text]) => `  <path class="grid" d="M${BOX.left} ${round(y(ms))}H${BOX.right}" /><text x="${BOX.left - 8}" y="${round(y(ms) + 4)}" text-anchor="end">${text}</text>`).join('\n')}
${sizes.map((papers) => `  <text x="${round(x(papers))}" y="${BOX.bottom + 22}" text-anchor="middle">${papers.toLocaleString('en')}</text>`).join('\n')}
  <text x="${(BOX.left + BOX.right) / 2}" y="${BOX.bottom + 44}" text-anchor="middle">papers</text>
${lines.map(lineOf).join('\n')}
</svg>
`;
}

/** @param {{ name: string, points: { at: number, to: number }[], last: { at: number, to: number }, colour: string, label: number }} line */
function lineOf({ name, points, last, colour, label }) {
  const path = points.map(({ at, to }) => `${round(at)} ${round(to)}`).join('L');
  const dots = points.map(
    ({ at, to }) => `<circle cx="${round(at)}" cy="${round(to)}" r="3.5" fill="${colour}" />`,
  );
  const weight = name === 'offprint' ? 'line ours' : 'line';
  const bold = name === 'offprint' ? ' font-weight="bold"' : '';
  return `  <g><path class="${weight}" stroke="${colour}" d="M${path}" />${dots.join('')}<text x="${round(last.at + 10)}" y="${round(label + 4)}"${bold}>${NAMES[name]}</text></g>`;
}

/**
 * Moves names apart where they would stand on each other.
 *
 * @param {{ label: number, last: { at: number } }[]} lines
 */
function spread(lines) {
  const sorted = [...lines].sort((a, b) => a.label - b.label);
  for (const [index, line] of sorted.entries()) {
    const above = sorted
      .slice(0, index)
      .filter(({ last }) => last.at === line.last.at)
      .at(-1);
    if (above) line.label = Math.max(line.label, above.label + LINE);
  }
}

/**
 * Logarithmic.
 *
 * @param {number} value
 * @param {number} least
 * @param {number} most
 * @param {number} from
 * @param {number} to
 */
function scale(value, least, most, from, to) {
  return from + ((to - from) * Math.log(value / least)) / Math.log(most / least);
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(1));
}
