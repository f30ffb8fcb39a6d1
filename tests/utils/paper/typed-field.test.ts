import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { type Claim, joinClaims, putClaims, putHidden, statedClaims } from '@/utils/paper/claims';
import { Paper } from '@/utils/paper/schema';
import { withFormer, withStated, withTyped } from '@/utils/paper/typed-field';

const claim = (site: string, minutes: number, value: string, trust: Claim['trust'] = 2): Claim => ({
  ...{ site, trust, at: at(minutes), value },
});

function claimed(claims: readonly Claim[]): Paper {
  const paper = storedPaper({ id: 'arxiv:2609.00001' });
  if (claims.length > 0) putClaims(paper, 'title', joinClaims('title', claims));
  return paper;
}

const TWO = claimed([claim('arxiv', 1, 'Salt', 3), claim('huggingface', 0, 'Salt!')]);

test('what was typed is locked, and what sources say is kept behind it', () => {
  const typed = withTyped(TWO, 'title', 'Pepper', at(5));
  expect(typed).toMatchObject({
    title: 'Pepper',
    edited: ['title'],
    origins: { title: { site: 'user', trust: 3, at: at(5) } },
  });
  expect(statedClaims(typed, 'title')).toEqual(
    expect.arrayContaining([claim('arxiv', 1, 'Salt', 3), claim('huggingface', 0, 'Salt!')]),
  );
  Paper.parse(typed);
});

test('also if it is what a source says, or nothing', () => {
  for (const value of ['Salt!', undefined]) {
    const typed = withTyped(TWO, 'title', value, at(5));
    expect(statedClaims(typed, 'title')).toHaveLength(2);
    expect(withStated(typed, 'title')).toEqual(TWO);
  }
});

test('what nobody but the person says stays', () => {
  const typed = withTyped(claimed([]), 'title', 'Pepper', at(5));
  expect(withStated(typed, 'title')).toBe(typed);
});

const value = fc.constantFrom('Salt', 'Salt!', 'Pepper', undefined);
const claims = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.nat(5), fc.constantFrom('Salt', 'Salt!'), fc.constantFrom(1, 2, 3))
    .map(([site, minutes, said, trust]) => claim(site, minutes, said, trust as Claim['trust'])),
  { minLength: 1, maxLength: 4 },
);

test('whatever is typed, in whatever order, sources are heard again afterwards', () => {
  fc.assert(
    fc.property(claims, fc.array(value, { maxLength: 4 }), (said, typed) => {
      const paper = claimed(said);
      const edited = typed.reduce((one, text, index) => withTyped(one, 'title', text, at(index)), paper);
      expect(withStated(edited, 'title')).toEqual(paper);
    }),
  );
});

test('each edit can be taken back, and the sources stay', () => {
  fc.assert(
    fc.property(claims, fc.array(value, { minLength: 1, maxLength: 4 }), (said, typed) => {
      const states = [claimed(said)];
      for (const [index, text] of typed.entries())
        states.push(withTyped(states.at(-1) as Paper, 'title', text, at(index)));
      let paper = states.at(-1) as Paper;
      for (const before of states.slice(0, -1).toReversed()) {
        paper = withFormer(paper, 'title', { title: undefined, ...before });
        expect(paper).toEqual(before);
      }
    }),
  );
});

test('what a change brought from another record goes with it, and what was said since stays', () => {
  const [before, other] = [claimed([]), withTyped(TWO, 'title', 'Pepper', at(5))];
  const journalled = { title: undefined, ...before };
  const joined = { ...before, ...other, id: before.id };
  const since = structuredClone(joined);
  putHidden(since, 'title', [...statedClaims(joined, 'title'), claim('dblp', 9, 'Sugar')]);
  expect(withFormer(joined, 'title', journalled, joined)).toEqual(before);
  expect(statedClaims(withFormer(since, 'title', journalled, joined), 'title')).toEqual([
    claim('dblp', 9, 'Sugar'),
  ]);
});
