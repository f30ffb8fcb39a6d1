// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { VotesPlot } from '@/components/views/paper/votes-plot';
import type { VoteCount } from '@/utils/paper/votes';

const NOW = new Date('2026-11-27T20:00:00.000Z');

function show(...counts: VoteCount[]): HTMLElement {
  render(<VotesPlot votes={{ site: 'huggingface', counts }} now={NOW} among={false} />);
  return screen.getByRole('figure');
}

function points(figure: HTMLElement): number[][] {
  const line = figure.querySelector('polyline')?.getAttribute('points') ?? '';
  return line.split(' ').map((point) => point.split(',').map(Number));
}

test('says in a sentence how the votes grew', () => {
  const figure = show(
    { at: '2026-11-24T12:00:00.000Z', votes: 12 },
    { at: '2026-11-27T12:00:00.000Z', votes: 1087 },
  );
  expect(figure.textContent).toBe('12 votes on Tue 24 Nov, 1,087 on Fri 27 Nov');
});

test('two counts of one day are told with the time', () => {
  const figure = show(
    { at: '2026-11-24T12:00:00.000Z', votes: 1 },
    { at: '2026-11-24T12:30:00.000Z', votes: 3 },
  );
  expect(figure.textContent).toMatch(/^1 vote on Tue 24 Nov at \d\d:00, 3 on Tue 24 Nov at \d\d:30$/);
});

test('more than two counts can all be read as text', () => {
  const figure = show(
    { at: '2026-11-24T12:00:00.000Z', votes: 12 },
    { at: '2026-11-25T12:00:00.000Z', votes: 40 },
    { at: '2026-11-27T12:00:00.000Z', votes: 87 },
  );
  const rows = [...figure.querySelectorAll('details li')].map(({ textContent }) => textContent);
  expect(rows).toHaveLength(3);
  expect(rows[1]).toMatch(/^Wed 25 Nov at \d\d:00.*40 votes$/);
});

test('among plots of other sites it says which one is meant', () => {
  const counts = [
    { at: '2026-11-24T12:00:00.000Z', votes: 12 },
    { at: '2026-11-27T12:00:00.000Z', votes: 13 },
  ];
  render(<VotesPlot votes={{ site: 'arxiv', counts }} now={NOW} among />);
  expect(screen.getByRole('figure').textContent).toMatch(/^arXiv: 12 votes on/);
});

test('draws time from start to end and votes from none up, within the drawing', () => {
  const figure = show(
    { at: '2026-11-24T00:00:00.000Z', votes: 50 },
    { at: '2026-11-25T00:00:00.000Z', votes: 0 },
    { at: '2026-11-28T00:00:00.000Z', votes: 100 },
  );
  expect(points(figure)).toEqual([
    [4, 24],
    [62, 44],
    [236, 4],
  ]);
  expect(figure.querySelectorAll('circle')).toHaveLength(3);
});

test('no votes at all are a line at the bottom', () => {
  const figure = show(
    { at: '2026-11-24T00:00:00.000Z', votes: 0 },
    { at: '2026-11-25T00:00:00.000Z', votes: 0 },
  );
  expect(points(figure).map(([, y]) => y)).toEqual([44, 44]);
});
