import { beforeEach, expect, test, vi } from 'vitest';
import { reportOnce } from '@/utils/reading/report-once';

const heard = vi.fn<(...words: unknown[]) => void>();

beforeEach(() => {
  heard.mockReset();
});

test('ten thousand cards that break in the same way are told once, with the first error itself', () => {
  const report = reportOnce(heard);
  const errors = Array.from({ length: 10_000 }, () => new TypeError('no link'));
  for (const error of errors) report('arXiv', error);
  expect(heard.mock.calls).toEqual([['[offprint]', 'arXiv', errors[0]]]);
});

test('what breaks in another way, or on another site, is told too', () => {
  const report = reportOnce(heard);
  report('arXiv', new TypeError('no link'));
  report('arXiv', new RangeError('no link'));
  report('arXiv', new TypeError('no title'));
  report('ACL Anthology', new TypeError('no link'));
  report('arXiv', 'a mere word');
  expect(heard.mock.calls.map(([, site, error]) => `${site}: ${error}`)).toEqual([
    'arXiv: TypeError: no link',
    'arXiv: RangeError: no link',
    'arXiv: TypeError: no title',
    'ACL Anthology: TypeError: no link',
    'arXiv: a mere word',
  ]);
});

test('another page is told anew', () => {
  for (const report of [reportOnce(heard), reportOnce(heard)]) report('arXiv', new TypeError('no link'));
  expect(heard).toHaveBeenCalledTimes(2);
});
