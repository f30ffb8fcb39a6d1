import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rootOf, stemOf } from '@/utils/text/stem';
import { queryTerms } from '@/utils/text/tokens';

test.each([
  ['zebra zebras'],
  ['trap traps trapped trapping'],
  ['route routes routed routing'],
  ['study studies studied studying'],
  ['relate relates related relating'],
  ['network networks networked networking'],
  ['optimise optimised optimising'],
])('forms of one word have one stem: %s', (words) => {
  expect(new Set(words.split(' ').map(stemOf)).size).toBe(1);
});

test.each([
  ['general', 'generous'],
  ['zebra', 'zeal'],
  ['news', 'new'],
])('%s and %s are two words', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});

test.each(['gpt4s', '2401.12345', 'résumés', 'strasse1', 'мосты', '状態', 'की', 'as', ''])(
  '%s is no English word and has no forms',
  (term) => {
    expect(stemOf(term)).toBe(term);
    expect(rootOf(term)).toBeUndefined();
  },
);

test.each([
  ['studies', 'stud'],
  ['routing', 'rout'],
  ['route', 'rout'],
  ['zebras', 'zebra'],
  ['crying', undefined], // `cr` begins a whole page of a dictionary
  ['using', undefined],
])('all forms of %s begin with %s', (term, root) => {
  expect(rootOf(term)).toBe(root);
});

test('what has the stem of a term begins with its root', () => {
  const beginnings = queryTerms(
    'rout stud zebr relat trapp trap optim hop control agenc valenc happ possib fluor',
  );
  const endings = [
    '',
    'e',
    'es',
    's',
    'y',
    'ies',
    'ied',
    'ed',
    'ing',
    'ion',
    'ions',
    'ional',
    'ive',
    'ation',
    'ate',
  ];
  const more = [
    'er',
    'ers',
    'ly',
    'ness',
    'ize',
    'izing',
    'ization',
    'able',
    'ably',
    'ility',
    'al',
    'ally',
    'ence',
    'ency',
  ];
  const word = fc
    .tuple(fc.constantFrom(...beginnings), fc.constantFrom(...endings, ...more))
    .map((parts) => parts.join(''));
  let met = 0;
  fc.assert(
    fc.property(word, word, (one, other) => {
      const root = rootOf(one);
      if (root === undefined || stemOf(one) !== stemOf(other)) return;
      met++;
      expect(root.length).toBeGreaterThanOrEqual(3);
      expect(one.startsWith(root)).toBe(true);
      expect(other.startsWith(root)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(met).toBeGreaterThan(80);
});
