// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SearchHelp } from '@/components/views/papers/search-help';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';

test('every example of the help is understood as it stands', () => {
  const { container } = render(<SearchHelp />);
  const examples = [...container.querySelectorAll('dt')].map(({ textContent }) => textContent ?? '');
  expect(examples.length).toBeGreaterThan(10);
  for (const example of examples.filter((text) => !/:(\s|$)/.test(text)))
    expect(parseQuery(example, utcDays('2026-10-02')).hints, example).toEqual([]);
});
