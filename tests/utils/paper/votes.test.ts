import { expect, test } from 'vitest';
import { at, MONDAY, TUESDAY, WEDNESDAY } from '@/tests/storage/cards';
import type { Sighting } from '@/utils/paper/schema';
import { votesOverTime } from '@/utils/paper/votes';

function seen(url: string, minutes: number, fields: Partial<Sighting> = {}): Sighting {
  return { paper: 'a:1', site: 'huggingface', url, seenAt: at(minutes), ...fields };
}

test('the counts of a site come in the order of time', () => {
  const sightings = [seen(WEDNESDAY, 90, { upvotes: 87 }), seen(MONDAY, 5, { upvotes: 12 })];
  expect(votesOverTime(sightings)).toEqual([
    {
      site: 'huggingface',
      counts: [
        { at: at(5), votes: 12 },
        { at: at(90), votes: 87 },
      ],
    },
  ]);
});

test('a number counts for the moment at which it was seen, not for a later visit without one', () => {
  const later = seen(MONDAY, 90, { upvotes: 12, upvotesAt: at(5) });
  const [votes] = votesOverTime([later, seen(TUESDAY, 30, { upvotes: 40 })]);
  expect(votes?.counts.map((count) => count.at)).toEqual([at(5), at(30)]);
});

test('two pages of one moment give one count, the higher one', () => {
  const same = [seen(MONDAY, 5, { upvotes: 12 }), seen(TUESDAY, 5, { upvotes: 13 })];
  expect(votesOverTime(same)).toEqual([]);
  const [votes] = votesOverTime([...same, seen(WEDNESDAY, 9, { upvotes: 0 })]);
  expect(votes?.counts.map((count) => count.votes)).toEqual([13, 0]);
});

test('one count, or none, is no growth; sites are not mixed', () => {
  expect(votesOverTime([])).toEqual([]);
  expect(votesOverTime([seen(MONDAY, 5, { upvotes: 1 }), seen(TUESDAY, 6)])).toEqual([]);
  const other = seen(TUESDAY, 6, { site: 'elsewhere', upvotes: 3 });
  expect(votesOverTime([seen(MONDAY, 5, { upvotes: 1 }), other])).toEqual([]);
});
