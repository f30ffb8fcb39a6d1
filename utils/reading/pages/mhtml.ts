/**
 * Pages saved as a single file by browsers (MHTML, RFC 2557): a mail whose parts are the page, its frames and its images. The
 * first part in HTML is the page. Pure.
 */

export interface PageInMhtml {
  /** The page as it was, without the transfer's encoding. */
  bytes: Uint8Array;
  /** The encoding that its header names. */
  charset?: string;
  /** The address that it was saved from. */
  address?: string;
}

/** Longest header of the file or of a part, in bytes. */
const LONGEST_HEADER = 65_536;
const DEEPEST = 4;
const LF = 10;
const [EQUALS, CR, SPACE, TAB] = [61, 13, 32, 9];

/** Whether a file that begins so is such a page. */
export function isMhtml(head: string): boolean {
  const [header = ''] = head.split(/\r?\n\r?\n/, 1);
  if (!/^[\w-]{2,40}:\s/.test(header) || !/^mime-version:/im.test(header)) return false;
  return /^content-type:\s*(?:multipart\/|text\/html\b)/im.test(header);
}

/** The page in a file that is MHTML; undefined if it has none. */
export function pageInMhtml(file: Uint8Array): PageInMhtml | undefined {
  return htmlIn(file, undefined, 0);
}

function htmlIn(part: Uint8Array, saved: string | undefined, depth: number): PageInMhtml | undefined {
  const end = endOfHeader(part);
  const header = text(part.subarray(0, end)).replace(/\r?\n[ \t]+/g, ' ');
  const type = field(header, 'content-type');
  const address = saved ?? field(header, 'snapshot-content-location') ?? field(header, 'content-location');
  const body = part.subarray(end);
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type ?? '') && boundary && depth < DEEPEST) {
    for (const inner of partsOf(body, boundary)) {
      const found = htmlIn(inner, address, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type ?? '')) return undefined;
  const charset = parameter(type, 'charset');
  return {
    bytes: transferred(body, field(header, 'content-transfer-encoding')),
    ...(charset && { charset }),
    ...(address && { address }),
  };
}

/** The parts between the lines of a boundary. */
function* partsOf(body: Uint8Array, boundary: string): Generator<Uint8Array> {
  const line = new TextEncoder().encode(`--${boundary}`);
  let start: number | undefined;
  for (let at = find(body, line, 0); at >= 0; at = find(body, line, at + line.length)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    if (start !== undefined) yield body.subarray(start, at);
    const next = body.indexOf(LF, at);
    if (next < 0) return;
    start = next + 1;
  }
  if (start !== undefined) yield body.subarray(start);
}

function endOfHeader(part: Uint8Array): number {
  const most = Math.min(part.length, LONGEST_HEADER);
  for (let at = part.indexOf(LF); at >= 0 && at < most; at = part.indexOf(LF, at + 1)) {
    const next = part[at + 1] === CR ? at + 2 : at + 1;
    if (part[next] === LF) return next + 1;
  }
  return most;
}

function field(header: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(header)?.[1]?.trim();
}

function parameter(value: string | undefined, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value ?? '');
  return found?.[1] ?? found?.[2];
}

function transferred(body: Uint8Array, encoding = ''): Uint8Array {
  if (/^quoted-printable/i.test(encoding)) return quotedPrintable(body);
  if (!/^base64/i.test(encoding)) return body;
  const letters = text(body).replace(/[^A-Za-z\d+/]/g, '');
  const whole = letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
}

/** `=C3=A9` → two bytes; `=` at the end of a line joins it with the next (RFC 2045, 6.7). */
function quotedPrintable(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte !== EQUALS) {
      bytes[length++] = byte;
      continue;
    }
    const value = hex(body[at + 1]) * 16 + hex(body[at + 2]);
    if (value >= 0) {
      bytes[length++] = value;
      at += 2;
      continue;
    }
    let end = at + 1;
    while (body[end] === SPACE || body[end] === TAB || body[end] === CR) end++;
    if (body[end] === LF) at = end;
    else bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

function hex(byte = 0): number {
  const digit = '0123456789ABCDEF'.indexOf(String.fromCharCode(byte).toUpperCase());
  return digit < 0 ? Number.NEGATIVE_INFINITY : digit;
}

/** Where some bytes begin; -1 if nowhere. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0, from); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return at;
  }
  return -1;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
