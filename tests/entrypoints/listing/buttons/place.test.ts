// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { choosePlace, placeOf } from '@/entrypoints/listing/buttons/place';
import { huggingface } from '@/utils/reading/sites/huggingface';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

/** A card of 400 × 160. */
const CARD = box(0, 0, 400, 160);
/** A line of 18 px, as the `dt` of a list is. */
const LINE = box(0, 100, 400, 118);
const FIRST_LINE = box(20, 20, 390, 40);
const SHORT_LINE = box(20, 20, 250, 40);
const EDGE_LINE = box(20, 20, 355, 40);
const LOWER_LINKS = box(200, 120, 390, 150);

test.each([
  ['in the corner of the site where no title is', CARD, [SHORT_LINE], [LOWER_LINKS], 'right', 'right'],
  ['there also on top of links, as long as no title is', CARD, [], [FIRST_LINE], 'left', 'left'],
  ['below, where a title fills the line', CARD, [FIRST_LINE], [], 'right', 'right low'],
  ['small, where a title leaves so much', CARD, [EDGE_LINE], [LOWER_LINKS], 'right', 'right small'],
  ['on the other side, where links are below', CARD, [FIRST_LINE], [LOWER_LINKS], 'right', 'left low'],
  [
    'on the line that it is in, if the title is below',
    LINE,
    [box(20, 122, 390, 140)],
    [],
    'right',
    'right line',
  ],
  ['on links rather than on a title', CARD, [FIRST_LINE], [box(0, 40, 400, 160)], 'right', 'right low'],
  ['apart from a title that ends next to it', CARD, [box(20, 20, 299, 40)], [], 'right', 'right low'],
  ['small and below, where titles are everywhere', CARD, [CARD], [], 'left', 'left low small'],
] as const)('a button stands %s', (_, mount, titles, links, side, place) => {
  expect(choosePlace(mount, titles, () => links, side)).toBe(place);
});

test('links are measured only where a title is in the way', () => {
  const links = vi.fn(() => []);
  choosePlace(CARD, [SHORT_LINE], links, 'right');
  expect(links).not.toHaveBeenCalled();
});

test('a button stands within the borders of its card', () => {
  document.body.innerHTML = '<article><h3><a href="/papers/2609.28411">A title</a></h3></article>';
  const card = document.querySelector('article') as HTMLElement;
  const sizes = { clientLeft: 12, clientTop: 12, clientWidth: 376, clientHeight: 136 };
  for (const [name, value] of Object.entries(sizes))
    vi.spyOn(HTMLElement.prototype, name as 'clientLeft', 'get').mockReturnValue(value);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(
    DOMRect.fromRect({ width: 400, height: 160 }),
  );
  const endingAt = (right: number) =>
    vi
      .spyOn(Range.prototype, 'getClientRects')
      .mockReturnValue([
        DOMRect.fromRect({ x: 20, y: 20, width: right - 20, height: 20 }),
      ] as unknown as DOMRectList);
  endingAt(280);
  expect(placeOf(document, huggingface, card, card)).toBe('right');
  endingAt(290); // it would stand from 288 on
  expect(placeOf(document, huggingface, card, card)).toBe('right low');
});
