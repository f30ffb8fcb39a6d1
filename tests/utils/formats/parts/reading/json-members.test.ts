import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { jsonMembers } from '@/utils/formats/parts/reading/json-members';

/** All members, and whether the end is missing. */
function membersOf(text: string) {
  const file = jsonMembers(text);
  if (!file) return undefined;
  const members = [];
  for (;;) {
    const step = file.members.next();
    if (step.done) return { kind: file.kind, members, ...step.value };
    members.push(step.value);
  }
}

test('the members of an object and of a list', () => {
  expect(membersOf(' {"a": {"b": ["}", 1]},\n "c,": "\\"],"\n} ')).toEqual({
    kind: 'object',
    members: [
      { name: 'a', value: { b: ['}', 1] }, line: 1 },
      { name: 'c,', value: '"],', line: 2 },
    ],
    truncated: false,
  });
  expect(membersOf('[1, [2, 3], "\\\\"]')?.members.map(({ value }) => value)).toEqual([1, [2, 3], '\\']);
});

test.each(['', 'a', '"a"', '7', ' '])('%j has none', (text) => {
  expect(membersOf(text)).toBeUndefined();
});

test.each(['{}', '[]', '{ }', '[\n]'])('%j is empty', (text) => {
  expect(membersOf(text)).toMatchObject({ members: [], truncated: false });
});

describe('broken', () => {
  test.each([
    ['{"a": 1, "b": {"c": 2', [1], true],
    ['{"a": 1, "b": "c', [1], true],
    ['[1, 2', [1], true],
    ['[1, {"a":}, 3]', [1, undefined, 3], false],
    ['{"a" 1, "b": 2}', [undefined, 2], false],
    ['{a: 1, "b": 2}', [undefined, 2], false],
    ['[1,, 2]', [1, 2], false],
    ['[1, 2,]', [1, 2], false],
    ['[1]]]', [1], false],
  ])('%s has %j', (text, values, truncated) => {
    const read = membersOf(text);
    expect([read?.members.map(({ value }) => value), read?.truncated]).toEqual([values, truncated]);
  });
});

test('any JSON has the members that a parser finds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
      for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
        const read = membersOf(text);
        expect(read?.truncated).toBe(false);
        expect(read?.members.map((member) => [member.name, member.value])).toEqual(
          Array.isArray(value)
            ? value.map((one) => ['', JSON.parse(JSON.stringify(one))])
            : Object.entries(JSON.parse(text)),
        );
      }
    }),
  );
});

test('time is linear in quotation marks, slashes and brackets that go nowhere', () => {
  for (const sign of ['"', '\\', '"\\', '{', '[', ',', '"a",', '"a":'])
    for (const begin of ['{', '["'])
      expect(effort(() => membersOf(begin + sign.repeat(200_000)))).toBeLessThan(4000);
});
