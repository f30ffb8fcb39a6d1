import { expect, test } from 'vitest';
import type { Row } from '@/utils/reading/listed/rows';
import { spotsIn } from '@/utils/reading/listed/spots';

function rowOf(text: string, runs: string[] = []): Row {
  const set = runs.map((run) => ({
    start: text.indexOf(run),
    end: text.indexOf(run) + run.length,
    shape: 'b',
  }));
  return { text, runs: set, block: {} as Element, shape: '', column: 0, heading: 0, links: [], gap: 0 };
}

test.each<[text: string, runs: string[], kind: string, names: string[]]>([
  ['Ada Berg, Bo Cai', [], 'whole', ['Ada Berg', 'Bo Cai']],
  ['Authors: Ada Berg, Bo Cai', [], 'whole', ['Ada Berg', 'Bo Cai']],
  ['[12] Ada Berg, Bo Cai. Lamps', [], 'start', ['Ada Berg', 'Bo Cai']],
  ['10:30 - 11:00 Ada Berg, Bo Cai. Lamps', [], 'start', ['Ada Berg', 'Bo Cai']],
  ['lamps in fog, Ada Berg', ['Ada Berg'], 'run', ['Ada Berg']],
  ['lamps in fog by Ada Berg', [], 'by', ['Ada Berg']],
  ['„lamps“ von Ada Berg und Bo Cai', [], 'by', ['Ada Berg', 'Bo Cai']],
  ['“lamps,” Ada Berg', [], 'inner', ['Ada Berg']],
])('%s', (text, runs, kind, names) => {
  const spots = spotsIn(rowOf(text, runs), 3);
  expect(spots[0]).toMatchObject({ row: 3, kind, names });
});

test('names that are set off do not go on in the title behind them', () => {
  const [spot] = spotsIn(rowOf('Kozyakin V.S. Semi-Hyperbolicity and more', ['Kozyakin V.S.']), 0);
  expect(spot?.names).toEqual(['Kozyakin V.S.']);
});

test('names of which one is set off go on', () => {
  const [spot] = spotsIn(rowOf('Ada Berg, Bo Cai, Cyra Doe. Lamps', ['Ada Berg']), 0);
  expect(spot?.names).toHaveLength(3);
});

test('a row without names has none', () => {
  expect(spotsIn(rowOf('we count lamps in fog'), 0)).toEqual([]);
});

test.each([
  ['as others say (Berg et al. 2026)', []],
  ['as others say [Ada Berg, Bo Cai, 2026; and more]', []],
  ['Ada Berg and Bo Cai (2026) count the lamps', []],
  ['Berg et al. (2026) count the lamps', []],
  ['Ada Berg and Bo Cai (2026). Lamps', ['Ada Berg', 'Bo Cai']],
  ['lamps in fog (Ada Berg, Bo Cai)', ['Ada Berg', 'Bo Cai']],
])('in %j only those count who are not cited', (text, names) => {
  expect(spotsIn(rowOf(text), 0).flatMap((spot) => spot.names)).toEqual(names);
});
