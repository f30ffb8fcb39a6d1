/** Texts as the content of an XML element. Pure. */

/** What no XML document may contain, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;', // a parser would make a line feed of it
};

/** A text without the characters that XML cannot hold. */
export function xmlCharacters(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

/** A text escaped: what a parser reads back is `xmlCharacters(text)`. */
export function escapeXml(text: string): string {
  return xmlCharacters(text).replace(/[&<>"'\r]/g, (one) => ESCAPED[one] ?? '');
}
