import { expect, test } from 'vitest';
import { withCapital } from '@/utils/formats/citations/with-capital';

const ITEM = { id: 'x', type: 'document' };

test.each(['in Deltas', 'vol. 12.', 'no. 3.', 'p. 7.', 'pp. 7–9.'])('%s begins with a capital', (text) => {
  const [first] = withCapital(ITEM, [{ text }, { text: ' and' }]);
  expect(first?.text).toBe(text.charAt(0).toUpperCase() + text.slice(1));
});

test('what is no label stays, and so does a title', () => {
  expect(withCapital(ITEM, [{ text: 'arXiv, 2017.' }])).toEqual([{ text: 'arXiv, 2017.' }]);
  expect(withCapital({ ...ITEM, title: 'in vitro' }, [{ text: 'in vitro.' }])).toEqual([
    { text: 'in vitro.' },
  ]);
  expect(withCapital(ITEM, [])).toEqual([]);
});
