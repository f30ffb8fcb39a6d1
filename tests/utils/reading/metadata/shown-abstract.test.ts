// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { shownAbstract } from '@/utils/reading/metadata/shown-abstract';
import { parse } from '../sites/read-fixture';

const TEXT = 'We read what the page shows, sentence by sentence, until it speaks of something else. '
  .repeat(2)
  .trim();

describe('shownAbstract', () => {
  test.each([
    ['a heading', `<h2>Abstract</h2><p>${TEXT}</p><h2>References</h2><p>None.</p>`],
    [
      'a heading in a section',
      `<section id="abstract"><h2>Abstract</h2><div>${TEXT}</div></section><p>After.</p>`,
    ],
    ['a name', `<div id="abstract">${TEXT}</div>`],
    [
      'a quotation',
      `<blockquote class="abstract"><span class="descriptor">Abstract:</span> ${TEXT}</blockquote>`,
    ],
    ['a heading with an empty paragraph', `<h4>ABSTRACT:</h4><p></p><p>\n${TEXT}\n</p><script>x</script>`],
  ])('reads it from %s', (_, body) => {
    expect(shownAbstract(parse(body))).toBe(TEXT);
  });

  const AIMS = 'We ask how often it rains upon the pier, and why nobody counts the drops that fall.';
  const PARTS = `<h4>Aims</h4><p>${AIMS}</p>`;
  test.each([
    [
      'a label that is no heading',
      `<div><span class="label">Abstract</span><p>${TEXT}</p></div><p>More.</p>`,
    ],
    ['a label in the paragraph', `<p><b>Abstract.</b> ${TEXT}</p><h2>1 Piers</h2><p>${TEXT}</p>`],
    ['a label set off without a mark', `<div><p><strong>Abstract</strong> ${TEXT}</p></div>`],
    ['a label with a dash', `<p><em>Abstract</em>—${TEXT}</p><p>Keywords—rain, piers</p>`],
    [
      'a heading in a box of its own',
      `<div><div class="top"><h3>Abstract</h3></div><div>${TEXT}</div></div><p>${TEXT}</p>`,
    ],
    [
      'a label behind the links to it',
      `<ul><li><a href="#a">Abstract</a></li><li>Figures</li></ul><h2 id="a">Abstract</h2><p>${TEXT}</p>`,
    ],
    ['a part with a role', `<h2>On piers</h2><section role="doc-abstract"><p>${TEXT}</p></section>`],
    ['another language', `<h3>Zusammenfassung</h3><p>${TEXT}</p>`],
    [
      'the box of a drawing',
      `<div class="graphical-abstract"><p>${'A drawing of rain. '.repeat(9)}</p></div><div class="abstract-text"><p>${TEXT}</p></div>`,
    ],
  ])('reads it from %s', (_, body) => {
    expect(shownAbstract(parse(body))).toBe(TEXT);
  });

  test.each([
    ['a script', '<script>load({"a": 1});</script>'],
    ['a button', '<button>Read on</button>'],
    ['a link behind the last sentence', ' <a href="#more">Read on</a>'],
  ])('leaves out %s inside', (_, more) => {
    expect(shownAbstract(parse(`<h2>Abstract</h2><div><p>${TEXT}${more}</p></div>`))).toBe(TEXT);
  });

  test.each([
    ['links', '<ul><li><a href="/a">Save as RIS</a></li><li><a href="/b">Print this page.</a></li></ul>'],
    [
      'a note on access',
      '<div class="access"><p>You do not have access to this text. Ask your library to subscribe to it, or buy it here.</p></div>',
    ],
    [
      'a form',
      '<form><p>Your name, and the name of the one who is to read this text with you at home.</p></form>',
    ],
    [
      'keywords',
      '<p><b>Keywords</b> rain, piers, drops</p><p>It rained on all days of this long winter, as is told by those who were there.</p>',
    ],
    ['dates', '<p>Received 3 May 2025, accepted 4 June 2025</p>'],
    ['another heading', `<h2>Piers</h2><p>${TEXT}</p>`],
  ])('ends before %s', (_, more) => {
    expect(shownAbstract(parse(`<div><h2>Abstract</h2><div><p>${TEXT}</p></div>${more}</div>`))).toBe(TEXT);
  });

  test.each([
    [
      'under headings',
      `<h2>Abstract</h2>${PARTS}<h4>Findings</h4><p>${TEXT}</p><h2>Piers</h2><p>${TEXT}</p>`,
    ],
    [
      'in boxes',
      `<div><b>Abstract</b><div>${PARTS}</div><div><h4>Findings</h4><p>${TEXT}</p></div></div><h4>Piers</h4><p>${TEXT}</p>`,
    ],
  ])('reads its parts %s', (_, body) => {
    expect(shownAbstract(parse(body))).toBe(`Aims\n\n${AIMS}\n\nFindings\n\n${TEXT}`);
  });

  test('a formula stands in it once', () => {
    const formula = '<math><mi>k</mi><annotation encoding="application/x-tex">k_1</annotation></math>';
    expect(shownAbstract(parse(`<h2>Abstract</h2><p>For ${formula} piers. ${TEXT}</p>`))).toBe(
      `For k piers. ${TEXT}`,
    );
  });

  test('keeps paragraphs apart', () => {
    expect(shownAbstract(parse(`<h2>Abstract</h2><p>${TEXT}</p><p>Two.</p>`))).toBe(`${TEXT}\n\nTwo.`);
  });

  test.each(['', '<h2>Abstract</h2>', '<h2>Abstract</h2><p>PDF</p>', `<h2>Abstract art</h2><p>${TEXT}</p>`])(
    'finds none in %j',
    (body) => {
      expect(shownAbstract(parse(body))).toBeUndefined();
    },
  );
});
