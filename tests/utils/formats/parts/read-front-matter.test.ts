import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontMatter } from '@/utils/formats/parts/front-matter';
import { readFrontMatter } from '@/utils/formats/parts/read-front-matter';
import { anyText } from '../any-paper';

const valuesOf = (text: string) => {
  const front = readFrontMatter(text);
  return front && { ...Object.fromEntries(front.properties), body: front.body };
};

test('values are texts as they are written, so that a number keeps its zeros', () => {
  expect(
    valuesOf('---\nArxiv_ID: 1706.03760\nyear: 2017\nlist:\n  - a\n  - 1.0\ndate: 2017-06-12\n---\nBody\n'),
  ).toEqual({
    ...{ arxivid: '1706.03760', year: '2017', list: ['a', '1.0'], date: '2017-06-12', body: 'Body\n' },
  });
});

test.each([
  ['no block', 'title: A\n'],
  ['no end', '---\ntitle: A\n'],
  ['no YAML', '---\n: [\n---\n'],
  ['no names', '---\n- a\n---\n'],
  ['a rule', '---\n\nText\n\n---\n'],
  ['nothing', ''],
  ['nested too deeply', `---\na: ${'['.repeat(20_000)}\n---\n`],
  [
    'aliases without end',
    `---\na: &a [x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*${at ? `b${at - 1}` : 'a'}, *${at ? `b${at - 1}` : 'a'}]`).join('\n')}\nc: *d\n---\n`,
  ],
])('%s is none', (_, text) => {
  expect(readFrontMatter(text)).toBeUndefined();
});

test('any texts that we write are read', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText), (title, list) => {
      const front = readFrontMatter(`${frontMatter({ title, list, starred: true })}\nBody`);
      expect(front?.properties.get('title')).toBe(title.toWellFormed());
      expect(front?.properties.get('list') ?? []).toEqual(list.map((one) => one.toWellFormed()));
      expect([front?.properties.get('starred'), front?.body]).toEqual(['true', '\nBody']);
    }),
  );
});
