// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { drawTagButtons } from '@/utils/formats/html/page/tag-buttons';

const counts = (names: readonly string[]) => names.map((tag) => ({ key: tag.toLowerCase(), tag, papers: 2 }));

test('a press chooses a tag, the next one lets it go', () => {
  const group = document.createElement('div');
  group.hidden = true;
  const onChange = vi.fn();
  drawTagButtons(group, counts(['Salt', '<b>']), (pressed) => onChange([...pressed]));
  const [salt, other] = [...group.querySelectorAll('button')];
  expect(group.hidden).toBe(false);
  expect([salt?.textContent, other?.textContent]).toEqual(['Salt 2', '<b> 2']);
  salt?.click();
  expect(salt?.getAttribute('aria-pressed')).toBe('true');
  other?.click();
  salt?.click();
  expect(salt?.getAttribute('aria-pressed')).toBe('false');
  expect(onChange.mock.calls).toEqual([[['salt']], [['salt', '<b>']], [['<b>']]]);
});

test('of many tags the rarer ones are folded; of none nothing is shown', () => {
  const group = document.createElement('div');
  const names = Array.from({ length: 15 }, (_, place) => `tag ${place}`);
  drawTagButtons(group, counts(names), () => {});
  expect(group.querySelectorAll(':scope > button')).toHaveLength(12);
  expect(group.querySelector('summary')?.textContent).toBe('All tags (15)');
  expect(group.querySelectorAll('details button')).toHaveLength(3);

  const empty = document.createElement('div');
  drawTagButtons(empty, [], () => {});
  expect(empty.hidden).toBe(true);
});
