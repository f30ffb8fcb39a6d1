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
