// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isPage, readPage } from '@/components/browser/read-page-file';

describe('isPage', () => {
  test.each([
    ['a document type', '<!DOCTYPE html>\n<html>', true],
    ['a document type in lower case', '<!doctype html>', true],
    ['an old document type', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">', true],
    ['<html>', '<html lang="en"><head>', true],
    ['<head>', '<head><title>Papers', true],
    ['<title>', '<title>Papers</title><h1>', true],
    ['<body>', '<body class="x">', true],
    ['white space before it', '\n\r\n\t <html>', true],
    ['a byte-order mark', '\uFEFF<!DOCTYPE html>', true],
    ['an XML declaration', '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>', true],
    ['Chrome’s note', '<!DOCTYPE html>\n<!-- saved from url=(0026)https://a.example/ -->\n<html>', true],
    [
      'SingleFile’s note',
      '<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.example/ -->',
      true,
    ],
    ['a comment before it', '<!-- saved from url=(0026)https://a.example/ -->\n<html>', true],
    ['two comments', '<!-- one --> <!-- two -->\n<html>', true],
    ['a comment about HTML', '<!-- <html> --> words', false],
    ['nothing', '', false],
    ['text', 'Lanterns over a quiet harbour', false],
    ['text about HTML', 'How <html> came to be', false],
    ['a library', '{"format":"offprint-library"}', false],
    ['a tag that begins like one', '<header>', false],
    ['another XML', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', false],
    ['a piece of a page', '<div>Lanterns</div>', false],
    [
      'a page in a mail',
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n',
      true,
    ],
    ['a mail of text', 'From: Ada\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n<html>', false],
    ['bytes', '%PDF-1.7\n\0', false],
  ])('%s', async (_, text, expected) => {
    expect(await isPage(new Blob([text]))).toBe(expected);
  });

  test('is told by the name of a file, whatever its beginning', async () => {
    expect(await isPage(new File(['<div>Lanterns</div>'], 'a.html', { type: 'text/html' }))).toBe(true);
    expect(await isPage(new File(['<div>Lanterns</div>'], 'a.md', { type: 'text/markdown' }))).toBe(false);
    const own = '<!doctype html><meta name="generator" content="Offprint">';
    expect(await isPage(new File([own], 'a.html', { type: 'text/html' }))).toBe(false);
  });

  test('looks at the beginning only', async () => {
    expect(await isPage(new Blob([' '.repeat(5000), '<html>']))).toBe(false);
    expect(await isPage(new Blob(['<html>', 'x'.repeat(1_000_000)]))).toBe(true);
  });

  test('is quick with what only begins like comments', async () => {
    expect(await isPage(new Blob(['<!--'.repeat(1000)]))).toBe(false);
    expect(await isPage(new Blob(['<!-- -->'.repeat(500)]))).toBe(false);
  });
});

describe('readPage', () => {
  const page = (head: string) =>
    `<html><head>${head}<meta name="citation_title" content="Über Lärm im Café"><meta name="citation_doi" content="10.1234/a"></head><body></body></html>`;
  const titles = async (parts: BlobPart[]) =>
    (await readPage(new Blob(parts))).cards.map(({ title }) => title);
  /** Latin 1 has the first 256 code points at their own numbers. */
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    ['<meta charset="utf-8">'],
    ['<meta charset=UTF-8>'],
    [''],
    ['<meta charset="no-such-encoding">'],
  ])('reads UTF-8 with %j', async (head) => {
    expect(await titles([page(head)])).toEqual(['Über Lärm im Café']);
  });

  test.each([
    ['<meta charset="iso-8859-1">'],
    ["<meta charset = 'windows-1252'>"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'],
  ])('reads the encoding that the page names: %s', async (head) => {
    expect(await titles([latin1(page(head))])).toEqual(['Über Lärm im Café']);
  });

  const utf16 = (text: string, mark = [0xff, 0xfe]) =>
    Uint8Array.from([
      ...mark,
      ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);

  test.each([
    ['windows-1252', latin1(page(''))],
    ['windows-1252, though UTF-8 is named', latin1(page('<meta charset="utf-8">'))],
    ['UTF-16', utf16(page(''))],
    ['UTF-16, though another is named', utf16(page('<meta charset="utf-8">'))],
    ['UTF-16 without a mark', utf16(page(''), [])],
  ])('reads an encoding that is not named: %s', async (_, bytes) => {
    expect(await titles([bytes])).toEqual(['Über Lärm im Café']);
    expect(await isPage(new Blob([bytes]))).toBe(true);
  });

  test('reads a page in a single file, with the address that it was saved from', async () => {
    const mail = (headers: string, body: string) =>
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html${headers}\r\n\r\n${body}\r\n--B--\r\n`;
    const quoted = page('').replace(/[=\u0080-\u00ff]/g, (sign) =>
      [...new TextEncoder().encode(sign)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
    );
    const blinks = mail('\r\nContent-Transfer-Encoding: quoted-printable', quoted);
    const { cards } = await readPage(new Blob([blinks]));
    expect(cards).toMatchObject([{ title: 'Über Lärm im Café', listing: 'https://a.example/x' }]);
    expect(await titles([latin1(mail('; charset=iso-8859-1', page('')))])).toEqual(['Über Lärm im Café']);
    expect(await titles([mail('', '').replace('text/html', 'image/png')])).toEqual([]);
  });

  test('runs nothing of the page and takes nothing of it into this one', async () => {
    const before = document.documentElement.outerHTML;
    await readPage(
      new Blob([
        `${page('')}<script>document.title = 'taken'</script><img src=x onerror="document.title = 'taken'">`,
      ]),
    );
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.title).not.toBe('taken');
  });

  test('an empty file has no papers', async () => {
    expect((await readPage(new Blob([]))).cards).toEqual([]);
  });
});
