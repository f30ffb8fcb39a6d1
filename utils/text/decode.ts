/** Files say seldom in which encoding they are. It is read off their bytes. */

export interface Decoded {
  text: string;
  /** A label of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels). */
  encoding: string;
  /** Nothing says that it is this encoding: another may be right. */
  guessed?: true;
}

/** Those that a person can choose from where the guess is wrong, with what they are for. */
export const ENCODINGS = [
  { label: 'utf-8', script: 'unicode' },
  { label: 'windows-1252', script: 'western' },
  { label: 'windows-1250', script: 'central' },
  { label: 'windows-1251', script: 'cyrillic' },
  { label: 'gb18030', script: 'simplified' },
  { label: 'big5', script: 'traditional' },
  { label: 'shift_jis', script: 'japanese' },
  { label: 'euc-jp', script: 'japanese' },
  { label: 'euc-kr', script: 'korean' },
  { label: 'utf-16le', script: 'unicode' },
  { label: 'utf-16be', script: 'unicode' },
] as const;

/** Bytes that are looked at for what is true of a whole file. */
const SAMPLE = 65_536;
/** Where programs declare an encoding: JabRef and Emacs in a comment, pages and XML in their heads. */
const HEAD = 4096;
const DECLARED =
  /(?:^%\s*encoding:|-\*-.{0,80}\bcoding:|<meta[^>]{1,200}charset\s*=|<\?xml[^>]{1,200}encoding\s*=)\s*["']?([\w-]+)/im;

/** What pages are in that name no encoding, by the language that they name: the defaults of browsers (HTML, 13.2.3.2). */
const USUAL: Record<string, string> = {
  ...{ ru: 'windows-1251', uk: 'windows-1251', bg: 'windows-1251', el: 'iso-8859-7', tr: 'windows-1254' },
  ...{ pl: 'iso-8859-2', hu: 'iso-8859-2', cs: 'windows-1250', sk: 'windows-1250', hr: 'windows-1250' },
  ...{
    ja: 'shift_jis',
    ko: 'euc-kr',
    zh: 'gb18030',
    he: 'windows-1255',
    ar: 'windows-1256',
    th: 'windows-874',
  },
};
const LANGUAGE = /<html[^>]{0,400}?\slang\s*=\s*["']?([a-z]{2})/i;

/** The text of a file; `guess` is the encoding to take where nothing says which it is. Never throws. */
export function decode(bytes: Uint8Array, guess?: string): Decoded {
  const found = marked(bytes) ?? strictly(bytes) ?? asked(bytes, guess) ?? guessed(bytes);
  return { ...found, text: withoutMarks(found.text) };
}

/** With a byte-order mark, or with the zeros that ASCII has in UTF-16. */
function marked(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return attempt(bytes, 'utf-8', false);
  if (a === 0xff && b === 0xfe) return attempt(bytes, 'utf-16le', false);
  if (a === 0xfe && b === 0xff) return attempt(bytes, 'utf-16be', false);
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => (2 * count) / sample.length);
  if (odd > 0.3 && even < 0.05) return attempt(bytes, 'utf-16le', false);
  if (even > 0.3 && odd < 0.05) return attempt(bytes, 'utf-16be', false);
  return undefined;
}

/** As UTF-8 without a fault, or as what it declares to be. UTF-8 first: many a file declares what it no longer is. */
function strictly(bytes: Uint8Array): Decoded | undefined {
  const declared = declaredIn(bytes);
  // Seven bits look like ASCII.
  const utf8 = /^iso-2022-/i.test(declared) ? undefined : attempt(bytes, 'utf-8', true);
  return utf8 ?? (/^utf-?8$/i.test(declared) ? undefined : attempt(bytes, declared, true));
}

function declaredIn(bytes: Uint8Array): string {
  return DECLARED.exec(latin(bytes.subarray(0, HEAD)))?.[1] ?? '';
}

function asked(bytes: Uint8Array, guess: string | undefined): Decoded | undefined {
  const found = guess === undefined ? undefined : attempt(bytes, guess, false);
  return found && { ...found, guessed: true };
}

/** UTF-8 or what is declared, with a few broken letters; what its language is usually in; GBK if all of it is letters that Chinese uses daily, else windows-1252. */
function guessed(bytes: Uint8Array): Decoded {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = count(utf8, /\uFFFD/g);
  const whole = count(utf8, /[^\0-\x7F\uFFFD]/gu);
  if (whole > 4 * broken) return { text: utf8, encoding: 'utf-8', guessed: true };
  const declared = attempt(bytes, declaredIn(bytes), false);
  if (declared && 20 * count(declared.text, /\uFFFD/g) < count(declared.text, /[^\0-\x7F]/gu))
    return { ...declared, guessed: true };
  const [, language = ''] = LANGUAGE.exec(latin(bytes.subarray(0, HEAD))) ?? [];
  const usual = attempt(bytes, USUAL[language.toLowerCase()] ?? '', true);
  if (usual) return { ...usual, guessed: true };
  const chinese = attempt(bytes, 'gb18030', true);
  if (chinese && isDailyChinese(bytes)) return { ...chinese, guessed: true };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', guessed: true };
}

/**
 * Whether bytes beyond ASCII come in pairs of which most are level 1 of GB 2312 (lead bytes B0–D7, sorted by use), or its
 * signs (A1–A3). In Western text they stand alone, between letters of ASCII.
 */
function isDailyChinese(bytes: Uint8Array): boolean {
  let [pairs, daily, alone] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    if (trail < 0xa1) {
      alone++;
      continue;
    }
    pairs++;
    if ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) daily++;
    at++;
  }
  return pairs > 9 * alone && daily > 0.7 * pairs;
}

function attempt(bytes: Uint8Array, encoding: string, fatal: boolean): Decoded | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return undefined; // no such encoding, or not a text of it
  }
}

/** Byte-order marks at the beginning of lines are left where files were joined. */
function withoutMarks(text: string): string {
  return text.includes('\uFEFF') ? text.replace(/(^|[\r\n])\uFEFF+/g, '$1') : text;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
