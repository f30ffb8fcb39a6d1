// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SearchHints } from '@/components/views/papers/search-hints';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';

const show = (query: string) =>
  render(<SearchHints hints={parseQuery(query, utcDays('2026-10-02')).hints} />);

test('tells in words what was misread, the first three', () => {
  show('colour:red lanterns ) ) ) "over');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('There is no field “colour'),
    'A closing parenthesis has no opening one; it is left out.',
    'A closing parenthesis has no opening one; it is left out.',
  ]);
});

test('is not there where nothing was', () => {
  expect(show('lanterns').container.childNodes).toHaveLength(0);
});
