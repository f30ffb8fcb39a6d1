/**
 * Plain text from metadata values that contain fragments of HTML or JATS. Works on strings only; no document is
 * parsed.
 */

/** Tags of HTML, JATS and MathML. Anything else between `<` and `>` may be a formula. */
const TAG =
  /<\/?(?:jats:|mml:)?(?:a|abstract|alternatives|annotation(?:-xml)?|article-title|b|bold|br|disp-formula|div|em|ext-link|font|h[1-6]|i|inline-formula|inline-graphic|italic|label|li|list|list-item|m(?:ath|frac|i|n|o|over|root|row|s|space|style|sub|subsup|sup|table|td|text|tr|under|underover)|monospace|ol|p|roman|sans-serif|sc|sec|section|semantics|small|span|strong|styled-content|sub|sup|tex-math|title|tt|u|ul|underline|xref)(?:\s[^<>]{0,2000})?\/?>/gi;

/** A formula once more: the TeX that MathML notes, or that stands beside it. */
const TWIN =
  /<(?:mml:)?annotation(?:-xml)?\b[^<>]{0,500}>[^<]{0,5000}<\/(?:mml:)?annotation(?:-xml)?>|<(?:jats:)?tex-math\b[^<>]{0,500}>[^<]{0,5000}<\/(?:jats:)?tex-math>\s{0,9}(?=<(?:mml:)?math\b)|(<\/(?:mml:)?math>)\s{0,9}<(?:jats:)?tex-math\b[^<>]{0,500}>[^<]{0,5000}<\/(?:jats:)?tex-math>/gi;

/** The tags among them that begin or end a paragraph. */
const BLOCK =
  /^<\/?(?:jats:)?(?:abstract|br|disp-formula|div|h[1-6]|li|list|list-item|ol|p|sec|section|title|ul)\b/i;

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** `<jats:p>A &amp; B</jats:p>` → `A & B`; paragraphs are separated by blank lines. */
export function markupText(value: string): string {
  // Tags are removed again after decoding, because some publishers escape the whole fragment.
  return withoutTags(withoutTags(value).replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, entity))
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** Like `markupText`, but without the heading "Abstract" that some publishers include. */
export function abstractText(value: string): string {
  return markupText(value).replace(/^(?:abstract|summary)(?:\s*[:.—–]\s+|\s*\n\s*)/i, '');
}

function withoutTags(text: string): string {
  return text
    .replace(/<!--[^<>]{0,2000}-->|<!\[CDATA\[|\]\]>/g, '')
    .replace(TWIN, (_, math) => math ?? '')
    .replace(TAG, (tag) => (BLOCK.test(tag) ? '\n\n' : ''));
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole;
  const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
