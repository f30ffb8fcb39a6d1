/** HTML as Markdown, without a parser: workers have none. What it makes is text. */

/** Elements whose content is none of the text. */
const HIDDEN = /^(?:script|style|template|head|title|noscript|svg|math)$/;
const BLOCK = /^(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|pre|section|article|header|footer|hr)$/;
const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  code: '`',
  s: '~~',
  del: '~~',
};
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', bull: '•', middot: '·' },
  ...{
    copy: '©',
    reg: '®',
    deg: '°',
    times: '×',
    plusmn: '±',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
  },
  ...{
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    ntilde: 'ñ',
    oslash: 'ø',
  },
  ...{ aring: 'å', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', mu: 'μ', pi: 'π', sigma: 'σ' },
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const TAG = /<(\/?)([a-z][a-z\d]*)\b([^<>]*)>/iy;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** The text of a piece of HTML: paragraphs, lists, headings, links and emphasis as Markdown has them. */
export function htmlText(html: string): string {
  const out: string[] = [];
  const links: string[] = [];
  let hidden = '';
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (!hidden) out.push(html.slice(at, end).replace(/\s+/g, ' '));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    TAG.lastIndex = open;
    const found = TAG.exec(html);
    if (!found) {
      if (!hidden) out.push('<');
      at = open + 1;
      continue;
    }
    at = TAG.lastIndex;
    const [, slash = '', name = '', attributes = ''] = found;
    const tag = name.toLowerCase();
    if (hidden) {
      if (slash && tag === hidden) hidden = '';
    } else if (HIDDEN.test(tag)) hidden = slash || attributes.endsWith('/') ? '' : tag;
    else out.push(sign(tag, slash !== '', attributes, links));
  }
  return tidied(entities(out.join('')));
}

/** A text without its entities. */
export function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}

function sign(tag: string, closes: boolean, attributes: string, links: string[]): string {
  if (tag === 'br') return '\n';
  if (tag === 'li') return closes ? '' : '\n- ';
  if (tag === 'td' || tag === 'th') return closes ? ' ' : '';
  if (tag === 'a') {
    if (closes) {
      const address = links.pop();
      return address ? `](${address})` : '';
    }
    const [, double, single] = HREF.exec(attributes) ?? [];
    const address = entities(double ?? single ?? '').trim();
    links.push(/^https?:\/\/[^\s()]+$/i.test(address) ? address : '');
    return links.at(-1) ? '[' : '';
  }
  if (/^h[1-6]$/.test(tag) && !closes) return `\n\n${'#'.repeat(Number(tag[1]))} `;
  if (BLOCK.test(tag)) return '\n\n';
  return MARKS[tag] ?? '';
}

function tidied(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n(?=- )/g, '\n')
    .trim();
}
