import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '@/tests/utils/formats/any-paper';
import { obsidianTags } from '@/utils/formats/parts/obsidian-tags';

test.each([
  [['to read'], ['to-read']],
  [['a;b', 'a,b'], ['a-b']],
  [['x/y', '/x//y/'], ['x/y']],
  [
    ['#1984', '12/3'],
    ['_1984', '_12/3'],
  ],
  [['ML', 'ml'], ['ML']],
  [['C++', 'C#'], ['C']],
  [
    ['机器学习', 'ödön', '🔬'],
    ['机器学习', 'ödön', '🔬'],
  ],
  [['👩‍🔬'], ['👩🔬']],
  [
    ['snake_case', '-x-'],
    ['snake_case', 'x'],
  ],
  [['?!', ' '], []],
])('%j are %j', (tags, expected) => {
  expect(obsidianTags(tags)).toEqual(expected);
});

test('of any texts Obsidian takes each', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const tags = obsidianTags(texts);
      expect(new Set(tags.map((tag) => tag.toLowerCase())).size).toBe(tags.length);
      for (const tag of tags) {
        // As Obsidian finds tags in a text.
        expect(`#${tag}`).toMatch(/^#[^\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+$/);
        expect(tag).not.toMatch(/^\d+$/);
      }
    }),
  );
});
