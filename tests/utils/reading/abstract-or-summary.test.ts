// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { abstractOn, isAbstract } from '@/utils/reading/abstract-or-summary';
import { parse } from './sites/read-fixture';

const SENTENCE =
  'We watch four hundred lanterns over one winter and find that the oil matters less than draught.';
const ABSTRACT = `${SENTENCE} ${SENTENCE} ${SENTENCE}`;

describe('on a page', () => {
  const on = (html: string) => abstractOn(parse(html).body);

  test('it is what stands between its heading and the next one', () => {
    const html = `<p>Before</p><h2>Abstract</h2><p>${ABSTRACT}</p><p>It ends.</p><h2>Community</h2><p>After</p>`;
    expect(on(html)).toBe(`${ABSTRACT}\n\nIt ends.`);
  });

  test('an AI-generated summary before it is none', () => {
    const box = `<div><p>${ABSTRACT}</p><span>AI-generated summary</span></div>`;
    const html = `<h2>Abstract</h2>${box.replace('<p>', 'AI-generated summary <p>')}<p>${ABSTRACT} Own.</p>`;
    expect(on(html)).toBe(`${ABSTRACT} Own.`);
  });

  test('there may be none', () => {
    expect(on(`<h2>Community</h2><p>${ABSTRACT}</p>`)).toBeUndefined();
  });
});

test.each([
  ['some sentences', ABSTRACT, true],
  ['one sentence', ABSTRACT.replaceAll('. We', ' and we'), false],
  ['a few words', 'We watch. And find.', false],
  ['what is said to be generated', `AI-generated summary ${ABSTRACT}`, false],
])('whether %s may be an abstract', (_, words, answer) => {
  expect(isAbstract(words)).toBe(answer);
});
