/**
 * The structure of a page without its text: users can send it in when a site has changed, and fixtures can be made
 * from it. Keeps tags, classes and lengths, but no text, names, titles or queries.
 */
import { attributes, childNodes, isElement, localName, ownText, query } from '../dom';

/** Longest report, in UTF-16 units, not counting the closing tags at its end. */
const BUDGET = 195_000;
/** Deepest level read. Real pages do not go deeper, and deeper trees would overflow the stack. */
const DEPTH = 150;
/** Embedded lists are cut to this many items, because the rest look alike. */
const ITEMS = 20;
/** Attributes kept with their values, which come from the site and not from its users. */
const KEPT = /^(class|data-target|role|type)$/;
/**
 * Attributes reported only by length. Others are dropped: in broken HTML, words of the text become attribute
 * names.
 */
const TOLD =
  /^(id|href|src|srcset|alt|title|name|value|datetime|style|hidden|disabled|checked|target|rel|tabindex|placeholder|(data|aria)-[a-z]+)$/;
const LEFT_OUT = /^(script|style|template|offprint-.*)$/;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Starts of addresses that are the same for everyone, so they may be kept. */
const PUBLIC =
  /^(\/papers(\/(date|week|month|trending))?|\/login|https:\/\/(arxiv\.org\/(abs|pdf)|github\.com))(?=[/?#]|$)/;

/**
 * The structure of everything under `main` (or `body`) as an HTML string. Its first line holds the shape of the
 * address.
 */
export function scrub(document: Document, url: URL): string {
  let report = `<!-- ${url.origin}${shape(url.href, url.origin)} -->\n`;
  let cut = false;

  function add(piece: string): boolean {
    cut ||= report.length + piece.length > BUDGET;
    if (!cut) report += piece;
    return !cut;
  }

  function write(node: Node, depth: number): void {
    if (!isElement(node)) {
      const { length } = ownText(node).trim();
      if (length) add(`…${length}`);
      return;
    }
    const name = localName(node);
    if (LEFT_OUT.test(name)) return;
    const known = /^[a-z][a-z\d]{0,20}$/.test(name) && !(node instanceof HTMLUnknownElement);
    const tag = known ? name : 'x-unknown';
    const told = [...attributes(node)].map((one) => attribute(one, url.origin)).join('');
    if (!add(`<${tag}${told}>`) || VOID.test(tag)) return;
    // The contents of a drawing say nothing about the page.
    if (depth < DEPTH && tag !== 'svg') for (const child of childNodes(node)) write(child, depth + 1);
    report += `</${tag}>`;
  }

  const root = query(document, 'main') ?? query(document, 'body');
  if (root) write(root, 0);
  return cut ? `${report}\n<!-- cut off here: the page is longer -->` : report;
}

function attribute({ name, value }: Attr, origin: string): string {
  if (KEPT.test(name)) return ` ${name}="${quote(value)}"`;
  if (name === 'href') return ` href="${quote(shape(value, origin))}"`;
  if (!TOLD.test(name)) return '';
  const props = name === 'data-props' && jsonShape(value);
  if (props) return ` ${name}='${props}'`; // readable: blanked JSON has only double quotes and no markup
  return value ? ` ${name}="…${value.length}"` : ` ${name}`;
}

/** `/papers/2609.12345?q=word` → `/papers/9999.99999?a=aaaa`. */
function shape(address: string, origin: string): string {
  const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  const start = PUBLIC.exec(path)?.[0] ?? '';
  const rest = path.slice(start.length, 300);
  return start + rest.replace(/\d/g, '9').replace(/[^9/?#=&.:_~%+-]/gu, 'a');
}

/**
 * JSON of the same structure: strings become their lengths, numbers 0 and booleans false. Undefined if the JSON is
 * invalid or too long.
 */
function jsonShape(json: string): string | undefined {
  try {
    const told = JSON.stringify(JSON.parse(json, blank));
    return told.length < BUDGET / 2 ? told : undefined;
  } catch {
    return undefined;
  }
}

function blank(_: string, value: unknown): unknown {
  if (typeof value === 'string') return `…${value.length}`;
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return false;
  if (Array.isArray(value))
    return value.length > ITEMS ? [...value.slice(0, ITEMS), `…${value.length - ITEMS} more`] : value;
  if (value === null) return null;
  // Field names come from the site. In a large table, or if they look odd, they may be words of its users.
  const fields = Object.entries(value as object);
  const field = fields.length > 40 ? /^$/ : /^_?[a-z][a-zA-Z_]{0,30}$/;
  return Object.fromEntries(
    fields.map(([name, inner], index) => [field.test(name) ? name : `…${name.length} ${index}`, inner]),
  );
}

function quote(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
