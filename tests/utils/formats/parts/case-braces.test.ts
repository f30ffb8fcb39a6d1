import { expect, test } from 'vitest';
import { withoutCaseBraces } from '@/utils/formats/parts/case-braces';

test.each([
  ['A {S}trange {LSTM}', 'A Strange LSTM'],
  ['{{BERT}: Lamps}', '{BERT: Lamps}'],
  ['{{Deep} Lamps}', 'Deep Lamps'],
  ['sets {0, 1}, {b} and {A, B}', 'sets {0, 1}, {b} and {A, B}'],
])('%s is %s', (text, bare) => {
  expect(withoutCaseBraces(text)).toBe(bare);
});
