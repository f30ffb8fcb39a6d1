/** Where a button stands in its mount, so that it covers no title, and no link if there is room. */
import { boundingBox, clientHeight, clientLeft, clientTop, clientWidth, queryAll } from '@/utils/reading/dom';
import type { Site } from '@/utils/reading/sites/site';

/** As in save-button.css (px). */
const HEIGHT = 28;
const WIDTH = 92;
const SMALL = 28;
const EDGE = 8;
/** Room kept between a button and a title. Positions are rounded, too. */
const GAP = 2;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Class names of the host: the side, whether it stands below or on the line that the mount is, and whether it is small. */
export function placeOf(document: Document, site: Site, card: Element, mount: Element): string {
  const titles = [...(site.titles?.(card) ?? [])].flatMap((one) => linesOf(document, one));
  const links = () => queryAll(mount, 'a, button, input').flatMap((one) => linesOf(document, one));
  return choosePlace(paddingBox(mount), titles, links, site.corner?.(card) ?? 'right');
}

/** The site's corner if no title is there; else the first place, from the best one down, without links or at least titles. */
export function choosePlace(
  mount: Box,
  titles: readonly Box[],
  links: () => readonly Box[],
  side: 'left' | 'right',
): string {
  const other = side === 'left' ? 'right' : 'left';
  const down = mount.bottom - mount.top < HEIGHT + 2 * EDGE ? 'line' : 'low';
  const places = [side, other].flatMap((one) =>
    ['', ' small'].flatMap((size) => [one + size, `${one} ${down}${size}`]),
  );
  const free = (covered: readonly Box[]) =>
    places.find((place) => !covered.some((box) => overlap(box, boxOf(mount, place))));
  const first = free(titles);
  return first === side ? first : (free([...titles, ...links()]) ?? first ?? `${side} ${down} small`);
}

/** What `position: absolute` counts from: the box within the borders. An inline element has no size of its own. */
function paddingBox(element: Element): Box {
  const outer = boundingBox(element);
  const left = outer.left + clientLeft(element);
  const top = outer.top + clientTop(element);
  const right = left + (clientWidth(element) || outer.width);
  return { left, right, top, bottom: top + (clientHeight(element) || outer.height) };
}

function boxOf({ left, right, top, bottom }: Box, place: string): Box {
  const width = place.includes('small') ? SMALL : WIDTH;
  const x = place.includes('left') ? left + EDGE : right - EDGE - width;
  const y = place.includes('line')
    ? bottom - HEIGHT
    : place.includes('low')
      ? bottom - HEIGHT - EDGE
      : top + EDGE;
  return { left: x, right: x + width, top: y, bottom: y + HEIGHT };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
}

/** The lines of an element's text as they are laid out; none if it is not shown. The element itself may be wider. */
function linesOf(document: Document, element: Element): DOMRect[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines: DOMRect[] = [];
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    lines.push(...range.getClientRects());
  }
  return lines;
}
