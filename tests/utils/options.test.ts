import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHOICES, DEFAULTS, optionsIn } from '@/utils/options';

test('the first value of each option holds at first', () => {
  expect(DEFAULTS).toEqual({
    theme: 'system',
    density: 'comfortable',
    dates: 'relative',
    statusFollows: false,
    citationStyle: 'apa',
    keyPattern: '{author}{year}{title}',
  });
});

test.each<[unknown, object]>([
  [
    { theme: 'dark', density: 'compact' },
    { theme: 'dark', density: 'compact' },
  ],
  [{ theme: 'pink', statusFollows: true }, { statusFollows: true }],
  [{ statusFollows: 'true', toString: 1 }, {}],
  [{ keyPattern: '{title}:{year}' }, { keyPattern: '{title}:{year}' }],
  [{ keyPattern: 'all the same' }, {}],
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
        if (name !== 'keyPattern') expect(CHOICES[name as keyof typeof CHOICES]).toContain(chosen);
    }),
  );
});
