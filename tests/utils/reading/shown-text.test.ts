// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isTwin, shownText } from '@/utils/reading/shown-text';
import { parse } from './sites/read-fixture';

const MATH = '<math><semantics><msub><mi>k</mi><mn>7</mn></msub></semantics></math>';
const NOTED = MATH.replace(
  '</semantics>',
  '<annotation encoding="application/x-tex">k_7</annotation></semantics>',
);
const DRAWN = '<span class="base"><i>k</i><span>7</span></span>';

const shown = (html: string) => shownText(parse(`<p>${html}</p>`).querySelector('p') as Element);

describe('a formula comes once', () => {
  test.each([
    ['as MathML alone', MATH],
    ['with its TeX inside', NOTED],
    ['with the meaning inside', NOTED.replace(/annotation/g, 'annotation-xml')],
    [
      'drawn behind',
      `<span class="katex"><span>${NOTED}</span><span aria-hidden="true">${DRAWN}</span></span>`,
    ],
    [
      'drawn before',
      `<span class="formula"><nobr aria-hidden="true">${DRAWN}</nobr><span>${MATH}</span></span>`,
    ],
    ['hidden behind', `<span>${MATH}</span><span style="color: red; display: none">k_7</span>`],
    [
      'with its source before',
      `<span><span class="source">k_7</span><span class="katex">${NOTED}</span></span>`,
    ],
    [
      'with its source in dollars',
      `<span><span class="source">$k_7$</span><span class="katex">${NOTED}</span></span>`,
    ],
    ['with a script', `<span class="MathJax">${MATH}</span><script type="math/tex">k_7</script>`],
    ['twice without MathML', `<span class="math"><span>${DRAWN}</span><span>k_7</span></span>`],
  ])('%s', (_, html) => {
    expect(shown(`For ${html} piers`)).toBe('For k7 piers');
  });
});

describe('what is no formula stays', () => {
  test.each([
    ['a hidden star', '<span aria-hidden="true">★</span> <b>piers</b>', '★ piers'],
    ['the same word twice', '<b>very</b> <b>very</b> wet', 'very very wet'],
    ['two digits of a number', '<span class="math"><span>1</span><span>1</span></span> piers', '11 piers'],
    ['two formulas that are alike', `${MATH} and ${MATH}`, 'k7 and k7'],
    ['a formula that is only hidden', `<span style="display:none">${MATH}</span><img alt="k">`, 'k7'],
  ])('%s', (_, html, text) => {
    expect(shown(html)).toBe(text);
  });

  test.each(['script', 'style', 'button', 'template'])('but not a <%s>', (tag) => {
    expect(shown(`On <${tag}>more</${tag}>piers`)).toBe('On piers');
  });
});

test('a twin is known by itself', () => {
  const [first, second] = parse(`<span>${MATH}</span><span aria-hidden="true">k7</span>`).querySelectorAll(
    'span',
  );
  expect([first, second].map((one) => one && isTwin(one))).toEqual([false, true]);
});

test('of a deep page does not overflow the stack', () => {
  expect(shown(`${'<i>'.repeat(400)}One`)).toBe('One');
});
