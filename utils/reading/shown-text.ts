/** The text of a page as a person sees it: formulas once, no scripts. */
import { squash } from '@/utils/text/clean';
import {
  children,
  firstChild,
  firstElementChild,
  getAttribute,
  isElement,
  localName,
  nextElementSibling,
  nextSibling,
  ownText,
  parentElement,
  previousElementSibling,
  query,
  tagOf,
  textOf,
} from './dom';

const SILENT = /^(?:script|style|noscript|template|textarea|select|button|svg|iframe|object)$/;
/** Classes and names of what holds formulas. */
const FORMULA = /math|katex|\btex\b|jax|mjx|formula|equation/i;
/** Names of elements that formulas are made of; most others are asked for nothing else. */
const MAY_BE_TWIN = /^(?:annotation(?:-xml)?|span|div|nobr|pre|code|math|img|mjx-.+)$/;
const UNSEEN = /\bdisplay\s{0,9}:\s{0,9}none\b|\bvisibility\s{0,9}:\s{0,9}hidden\b/i;
/** Longest formula that is compared, in UTF-16 units. */
const LONGEST = 500;
/** Most nodes read of one text. */
const MOST_NODES = 20_000;

/**
 * Whether an element holds a formula that stands beside it once more. Pages keep formulas as MathML for readers aloud, drawn
 * for the eye, and as TeX for copying.
 */
export function isTwin(element: Element): boolean {
  const name = localName(element);
  if (!MAY_BE_TWIN.test(name)) return false;
  if (name.startsWith('annotation')) return true;
  const beside = [previousElementSibling(element), nextElementSibling(element)].filter((one) => one !== null);
  if (beside.length === 0) return false;
  if (isUnseen(element)) return beside.some((one) => localName(one) === 'math' || query(one, 'math'));
  const near = beside.filter(isFormula);
  const [before] = beside;
  // The second of two alike that are all there is in a formula; `11` has two digits.
  const around = parentElement(element);
  const inFormula =
    around !== null &&
    nextElementSibling(element) === null &&
    isFormula(around) &&
    children(around).length === 2;
  if (near.length === 0 && !inFormula) return false;
  const written = squash(textOf(element).slice(0, LONGEST));
  if (written === '') return false;
  return (
    near.some((one) => squash(texOf(one)) === written) ||
    (inFormula &&
      written.length > 1 &&
      !query(element, 'math') &&
      before !== undefined &&
      squash(shownText(before)) === written)
  );
}

function isUnseen(element: Element): boolean {
  return (
    getAttribute(element, 'aria-hidden') === 'true' ||
    getAttribute(element, 'hidden') !== null ||
    UNSEEN.test(getAttribute(element, 'style') ?? '')
  );
}

function isFormula(element: Element): boolean {
  return FORMULA.test(`${localName(element)} ${getAttribute(element, 'class') ?? ''}`);
}

/** The TeX that a formula carries. */
function texOf(formula: Element): string {
  const noted = query(formula, 'annotation[encoding*="tex" i]');
  return noted ? textOf(noted).slice(0, LONGEST) : '';
}

/** The text in a node, without scripts and buttons; a formula that it holds more than once comes once. */
export function shownText(root: Node): string {
  if (!isElement(root) || firstElementChild(root) === null) return textOf(root);
  let text = '';
  let node: Node | null = root;
  for (let seen = 0; node && seen < MOST_NODES; seen++) {
    text += tagOf(node) === 'br' ? ' ' : ownText(node);
    const silent: boolean =
      node !== root && isElement(node) && (SILENT.test(localName(node)) || isTwin(node));
    let next: Node | null = silent ? null : firstChild(node);
    for (let up: Node | null = node; !next && up && up !== root; up = parentElement(up))
      next = nextSibling(up);
    node = next;
  }
  return text;
}
