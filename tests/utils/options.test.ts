import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHOICES, DEFAULTS, type OPTION_NAMES, optionsIn } from '@/utils/options';

test('the first value of each option holds at first', () => {
  expect(DEFAULTS).toEqual({
    theme: 'system',
    density: 'comfortable',
    dates: 'relative',
    statusFollows: false,
  });
});

test.each<[unknown, object]>([
  [
    { theme: 'dark', density: 'compact' },
    { theme: 'dark', density: 'compact' },
  ],
  [{ theme: 'pink', statusFollows: true }, { statusFollows: true }],
  [{ statusFollows: 'true', toString: 1 }, {}],
  [null, {}],
  ['dark', {}],
  [[], {}],
])('of %j stays %j', (value, options) => {
  expect(optionsIn(value)).toEqual(options);
});

test('whatever is read has known values only', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const [name, chosen] of Object.entries(optionsIn(value)))
        expect(CHOICES[name as (typeof OPTION_NAMES)[number]]).toContain(chosen);
    }),
  );
});
