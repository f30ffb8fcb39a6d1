import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { anyText } from '@/tests/utils/formats/any-paper';
import { frontMatter, type Property } from '@/utils/formats/parts/front-matter';

const FENCES = /^---\n([\s\S]*)\n---\n$/;

test('each property has its line, and each value of a list', () => {
  const block = frontMatter({
    title: 'A: B — "C" #1',
    year: 2017,
    starred: false,
    authors: ['Ada', 'Ben'],
    ...{ tags: [], venue: '', date: undefined },
  });
  expect(block).toBe(
    '---\ntitle: "A: B — \\"C\\" #1"\nyear: 2017\nstarred: false\nauthors:\n  - "Ada"\n  - "Ben"\n---\n',
  );
});

test.each(['2017-06-12', 'no', 'null', '1e3', '- a', '{a: b}', '---', 'a\u2028b\u0085c\u007f\uffff', '\\'])(
  '%j is read as text',
  (text) => {
    const [, yaml = ''] = FENCES.exec(frontMatter({ text })) ?? [];
    expect(load(yaml)).toEqual({ text });
    expect(load(yaml, { schema: YAML11_SCHEMA } as object)).toEqual({ text });
    expect(parse(yaml)).toEqual({ text });
  },
);

test('what a reader of YAML may refuse, or end a line at, is escaped', () => {
  const block = frontMatter({ text: 'a\u0085\u007f\u009f\u2028\u2029\ufeff\ufffe\uffff\ud83d' });
  expect(block).toBe('---\ntext: "a\\u0085\\u007f\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff�"\n---\n');
});

test('any values are read back by two readers', () => {
  const value = fc.oneof(
    anyText,
    fc.nat(9999),
    fc.boolean(),
    fc.array(anyText, { minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{2,8}$/), value, { maxKeys: 5, minKeys: 1 }),
      (values) => {
        const [, yaml = ''] = FENCES.exec(frontMatter(values)) ?? [];
        const told = JSON.parse(JSON.stringify(values), (_, one: Property) =>
          typeof one === 'string' ? one.toWellFormed() : one,
        );
        // As an object of JSON would be: a reader may make one without a prototype.
        expect({ ...(load(yaml) as object) }).toEqual(told);
        expect(parse(yaml)).toEqual(told);
      },
    ),
    { numRuns: 500 },
  );
});
