/** HTML that publishers leave in the texts of bibliographies. */

const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));
const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,5}));/gi;
/** Other words in angle brackets are text. */
const ELEMENT =
  /<\/?(?:i|b|u|em|strong|sub|sup|scp|sc|tt|span|p|br|jats:[a-z]{1,20}|mml:[a-z]{1,20})(?:\s[^<>]{0,200})?\/?>/gi;

/** A text without it. */
export function withoutMarkup(text: string): string {
  if (!/[&<]/.test(text)) return text;
  return text
    .replace(ENTITY, (whole, name, decimal, hex) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return name
        ? (ENTITIES.get(name.toLowerCase()) ?? whole)
        : code > 31 && code < 0x110000
          ? String.fromCodePoint(code)
          : whole;
    })
    .replace(ELEMENT, '');
}
