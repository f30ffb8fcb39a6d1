import { expect, test } from 'vitest';
import { withJoinedNames } from '@/utils/reading/copied-text/joined-names';
import { linesOf } from '@/utils/reading/copied-text/lines';

test.each([
  [
    'a comma between them',
    'Moss on walls\nAda Berg\n,\nBo Cai\n,\nCyra Doe\nWalls',
    'Moss on walls\nAda Berg, Bo Cai, Cyra Doe\nWalls',
  ],
  ['a comma behind them', 'Ada Berg,\nBo Cai,\nCyra Doe', 'Ada Berg, Bo Cai, Cyra Doe'],
  ['a wrapped row', 'Ada Berg, Bo Cai and\nCyra Doe', 'Ada Berg, Bo Cai and Cyra Doe'],
  ['nothing between them', 'Ada Berg\nBo Cai', 'Ada Berg\nBo Cai'],
  ['a comma before something else', 'Ada Berg,\nmoss on walls', 'Ada Berg,\nmoss on walls'],
  ['a comma at the end', 'Ada Berg\n,', 'Ada Berg\n,'],
])('names with %s', (_, text, expected) => {
  expect(
    withJoinedNames(linesOf(text))
      .map((line) => line.text)
      .join('\n'),
  ).toBe(expected);
});
