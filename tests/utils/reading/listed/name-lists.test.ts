// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { withJoinedNames } from '@/utils/reading/listed/name-lists';
import { rowsOf } from '@/utils/reading/listed/rows';
import { parse } from '../sites/read-fixture';

const read = async (html: string) =>
  withJoinedNames(await rowsOf(parse(html), async () => {})).map(({ text }) => text);

test.each<[string, string, string[]]>([
  ['a list of names', '<h4>T</h4><ul><li>Ada Berg</li><li>Bo Cai</li></ul>', ['T', 'Ada Berg, Bo Cai']],
  ['a list of one name', '<ul><li>Ada Berg</li></ul>', ['Ada Berg']],
  [
    'a name in another form among them',
    '<ul><li>Ada Berg</li><li>Bo Cai</li><li>Plato,</li></ul>',
    ['Ada Berg, Bo Cai, Plato'],
  ],
  [
    'a list with more',
    '<ul><li>Ada Berg</li><li>We count lamps in fog</li></ul>',
    ['Ada Berg', 'We count lamps in fog'],
  ],
  [
    'names with institutions, in entries that lie alike',
    '<div><h4>T</h4><p>Ada Berg, Nowhere</p><p>Bo Cai, Nowhere</p></div><div><h4>U</h4><p>Cyra Doe, Nowhere</p></div>',
    ['T', 'Ada Berg, Bo Cai', 'U', 'Cyra Doe'],
  ],
])('%s', async (_, html, expected) => {
  expect(await read(html)).toEqual(expected);
});

test('a thousand items of a menu are read in no time', async () => {
  const start = process.cpuUsage();
  await read(`<ul>${'<li>Lamps and Lights</li>'.repeat(1000)}</ul>`);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
});
