const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a 16 × 16 grid. */
const PATHS = {
  plus: 'M8 3v10M3 8h10',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  check: 'M3 8.5l3.5 3.5L13 5',
  cross: 'M4 4l8 8M12 4l-8 8',
  reload: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
} as const;

export type IconName = keyof typeof PATHS;

const drawn = new Map<IconName, SVGElement>();

/** A new element each time, copied from the first: making one takes ten times as long. */
export function icon(document: Document, name: IconName): SVGElement {
  const first = drawn.get(name) ?? draw(document, name);
  drawn.set(name, first);
  return first.cloneNode(true) as SVGElement;
}

function draw(document: Document, name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
