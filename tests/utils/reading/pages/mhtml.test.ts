import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMhtml, pageInMhtml } from '@/utils/reading/pages/mhtml';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const BOUNDARY = '----MultipartBoundary--x1----';
const HEADER = `From: <Saved by Blink>
Snapshot-Content-Location: https://rope.example/list
Subject: =?utf-8?Q?Ropes?=
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="${BOUNDARY}"
`;

/** A file with lines as browsers end them. */
function saved(...parts: string[]): Uint8Array {
  const text = [HEADER, ...parts.map((part) => `--${BOUNDARY}\n${part}\n`), `--${BOUNDARY}--\n`].join('\n');
  return latin1(text.replaceAll('\n', '\r\n'));
}

function pageOf(file: Uint8Array, encoding = 'utf-8') {
  const page = pageInMhtml(file);
  return page && { ...page, bytes: new TextDecoder(encoding).decode(page.bytes).trim() };
}

test.each([
  [
    'quoted-printable',
    'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://rope.example/list\n\n<p class=3D"a">Knots in =C3=96sterlen=\n and =E6=B8=AF</p>',
    '<p class="a">Knots in Österlen and 港</p>',
  ],
  [
    'base64',
    'Content-Transfer-Encoding: base64\nContent-Type: text/html; charset="utf-8"\n\nPHA+S25vdHMg\naW4gw5ZzdGVy\nbGVuPC9wPg==',
    '<p>Knots in Österlen</p>',
  ],
  [
    'eight bits',
    'Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<p>A = 3D</p>',
    '<p>A = 3D</p>',
  ],
  [
    'an equals sign that should not be there',
    'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>a=b =zz =</p>',
    '<p>a=b =zz =</p>',
  ],
])('a page in %s', (_, part, text) => {
  expect(pageOf(saved(part))).toMatchObject({ bytes: text, address: 'https://rope.example/list' });
});

test('the first part in HTML is the page, within other parts too', () => {
  const inner = `Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\nKnots\n--inner\nContent-Type: text/html; charset=windows-1252\n\n<p>Knots</p>\n--inner--`;
  const frame = 'Content-Type: text/html\n\n<p>An advertisement</p>';
  const image = 'Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=';
  expect(pageOf(saved(image, inner, frame))).toMatchObject({
    bytes: '<p>Knots</p>',
    charset: 'windows-1252',
  });
});

test('a file may be the page alone, and end anywhere', () => {
  const alone =
    'MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://rope.example/a\n\n<p>Knots</p>';
  expect(pageOf(latin1(alone))).toEqual({ bytes: '<p>Knots</p>', address: 'https://rope.example/a' });
  const cut = saved('Content-Type: text/html\n\n<p>Knots and more').slice(0, -40);
  expect(pageOf(cut)?.bytes).toContain('<p>Knots');
  expect(pageInMhtml(saved('Content-Type: image/png\n\nx'))).toBeUndefined();
});

test.each([
  [HEADER, true],
  ['MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html>', true],
  ['From: Ada\nSubject: MIME-Version: 1.0\n\nContent-Type: multipart/related', false],
  ['MIME-Version: 1.0\nContent-Type: text/plain\n\n<html>', false],
  ['Knots and ropes\nMIME-Version: 1.0\nContent-Type: multipart/related', false],
  ['<html>', false],
  ['', false],
])('%j is such a page: %s', (head, expected) => {
  expect(isMhtml(head)).toBe(expected);
});

test('any bytes are read without an error, and what was written as quoted-printable comes back', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      (bytes) => void pageInMhtml(saved(String.fromCharCode(...bytes))),
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = [...new TextEncoder().encode(text)]
        .map((byte) => `=${byte.toString(16).padStart(2, '0')}`)
        .join('');
      const page = pageInMhtml(
        saved(`Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${written}`),
      );
      const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(page?.bytes);
      expect(decoded).toBe(`${text.toWellFormed()}\r\n\r\n`);
    }),
  );
});
