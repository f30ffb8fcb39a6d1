import { describe, expect, test } from 'vitest';
import { drawnTag, hueOf } from '@/components/paper/tag-look';
import { TAG_COLOURS } from '@/utils/paper/tags';

describe('a tag in a row', () => {
  test.each([
    ['optics', 'optics'],
    ['sixteen letters!', 'sixteen letters!'],
    ['seventeen letters', 'seventeen lette…'],
    ['🌊'.repeat(16), '🌊'.repeat(16)],
    ['🌊'.repeat(17), `${'🌊'.repeat(15)}…`],
  ])('“%s” is drawn as “%s”', (tag, drawn) => {
    expect(drawnTag(tag)).toBe(drawn);
  });
});

test('each colour has a hue of its own around the circle', () => {
  const hues = Array.from({ length: TAG_COLOURS }, (_, colour) => hueOf(colour));
  expect(new Set(hues).size).toBe(TAG_COLOURS);
  expect(hues.every((hue) => hue >= 0 && hue < 360)).toBe(true);
});
