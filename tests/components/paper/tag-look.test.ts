import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnTag, hueOf } from '@/components/paper/tag-look';

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

describe('the hue of a tag', () => {
  test('is one, and always the same', () => {
    fc.assert(
      fc.property(fc.string(), (tag) => {
        const hue = hueOf(tag);
        expect(Number.isInteger(hue) && hue >= 0 && hue < 360).toBe(true);
        expect(hueOf(tag)).toBe(hue);
      }),
    );
  });

  test('does not hang on case and accents', () => {
    expect(hueOf('Théorie')).toBe(hueOf('theorie'));
  });

  test('differs between names that are alike', () => {
    const hues = ['tag 1', 'tag 2', 'C', 'C#', 'C++', '⭐', '📌'].map(hueOf);
    expect(new Set(hues).size).toBe(hues.length);
  });
});
