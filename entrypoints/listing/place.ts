/** Where a button stands in its mount, so that it covers no title, and no link if there is room. */
import type { Site } from '@/utils/reading/sites/site';

/** As in save-button.css (px). */
const HEIGHT = 28;
const WIDTH = 92;
const SMALL = 30;
const EDGE = 8;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Class names of the host: a corner, whether it is a lower one, and whether only the icon is shown. */
export function placeOf(site: Site, card: Element, mount: Element): string {
  const titles = [...(site.titles?.(card) ?? [])].flatMap(linesOf);
  const links = [...mount.querySelectorAll('a, button, input')].flatMap(linesOf);
  return choosePlace(mount.getBoundingClientRect(), titles, links, site.corner?.(card) ?? 'right');
}

/** The first place, from the best one down, that covers neither; else one that covers no title. */
export function choosePlace(
  mount: Box,
  titles: readonly Box[],
  links: readonly Box[],
  corner: 'left' | 'right',
): string {
  const other = corner === 'left' ? 'right' : 'left';
  const corners = [corner, `${corner} low`, other, `${other} low`];
  const places = [...corners, ...corners.map((one) => `${one} small`)];
  const free = (covered: readonly Box[]) =>
    places.find((place) => !covered.some((box) => overlap(box, boxOf(mount, place))));
  return free([...titles, ...links]) ?? free(titles) ?? `${corner} low small`;
}

function boxOf(mount: Box, place: string): Box {
  const width = place.includes('small') ? SMALL : WIDTH;
  const left = place.includes('left') ? mount.left + EDGE : mount.right - EDGE - width;
  const top = place.includes('low') ? mount.bottom - HEIGHT : mount.top + EDGE;
  return { left, right: left + width, top, bottom: top + HEIGHT };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The lines of an element's text as they are laid out; none if it is not shown. */
function linesOf(element: Element): DOMRect[] {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}
