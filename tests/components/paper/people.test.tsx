// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { People } from '@/components/paper/people';
import { drawAtDesk } from '@/tests/components/desk-context';

function draw(authors: string[], rest: { authorCount?: number; terms?: string[]; shown?: number } = {}) {
  const { authorCount, terms = [], shown = 3 } = rest;
  const paper = { authors, ...(authorCount !== undefined && { authorCount }) };
  return drawAtDesk(
    <p role="note">
      <People paper={paper} terms={new Set(terms)} shown={shown} />
    </p>,
  );
}

const text = () => screen.getByRole('note').textContent;

test.each([
  ['one author', ['Émile Müller'], {}, 'Émile Müller'],
  ['three authors', ['A. One', 'B. Two', 'C. Three'], {}, 'A. One, B. Two, C. Three'],
  ['five authors', ['A. One', 'B. Two', 'C. Three', 'D. Four', 'E. Five'], {}, 'A. One, B. Two, C. Three +2'],
  ['thousands', Array.from({ length: 3000 }, (_, place) => `A. ${place}`), { shown: 1 }, 'A. 0 +2,999'],
  ['the number of one author', [], { authorCount: 1 }, '1 author'],
  ['the number of seven authors', [], { authorCount: 7 }, '7 authors'],
  ['names rather than a number', ['A. One'], { authorCount: 7 }, 'A. One'],
  ['nobody', [], {}, ''],
])('tells %s', (_, authors, rest, expected) => {
  draw(authors, rest);
  expect(text()).toBe(expected);
});

test('every name leads to a search for it', () => {
  const { search } = draw(['Ada "Countess" Byron', 'Grace Hopper']);
  fireEvent.click(screen.getByRole('button', { name: 'Ada "Countess" Byron' }));
  expect(search).toHaveBeenCalledExactlyOnceWith('author:"Ada Countess Byron"');
});

test('the words that matched are marked', () => {
  draw(['Émile Müller', 'Grace Hopper'], { terms: ['muller'] });
  const marks = [...screen.getByRole('note').querySelectorAll('mark')];
  expect(marks.map(({ textContent }) => textContent)).toEqual(['Müller']);
});

test('every name keeps its direction to itself', () => {
  draw(['محمد العلي', 'Ada']);
  const names = [...screen.getByRole('note').querySelectorAll('bdi')];
  expect(names.map(({ textContent }) => textContent)).toEqual(['محمد العلي', 'Ada']);
});
