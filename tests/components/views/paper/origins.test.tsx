// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Origins } from '@/components/views/paper/origins';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';

const PAGE = { site: 'arxiv', trust: 2, at: '2025-09-28T12:00:00.000Z' } as const;

function row(name: string): HTMLElement {
  return screen.getByRole('rowheader', { name, hidden: true }).closest('tr') as HTMLElement;
}

test('each field has its source and the day on which that said so', () => {
  const origins = { title: PAGE, authors: { ...PAGE, site: 'text' } };
  render(<Origins paper={storedPaper({ id: 'a:1', title: 'Salt', authors: ['Ada'], origins })} />);
  expect(screen.getByRole('heading', { name: 'Where each field came from' })).toBeTruthy();
  expect(row('Title').textContent).toBe('Title arXiv28 Sept 2025');
  expect(row('Title').querySelector('time')?.title).toContain('Sunday');
  expect(row('Authors').textContent).toContain('copied text');
});

test('what the person typed has a lock, and the reason for it', () => {
  const origins = { title: { ...PAGE, site: 'user' }, venue: PAGE };
  const paper = storedPaper({ id: 'a:1', title: 'Salt', venue: 'Sea', origins, edited: ['title'] });
  render(<Origins paper={{ ...paper, savedAt: at(0) }} />);
  expect(
    within(row('Title'))
      .getByTitle(/pages do not change it/)
      .textContent?.trim(),
  ).toBe('typed by you');
  expect(row('Title').querySelector('svg')).toBeTruthy();
  expect(row('Venue').querySelector('svg')).toBeNull();
});

test('an inferred year says so', () => {
  const paper = storedPaper({ id: 'a:1', publishedAt: '2026-09-28', publishedAtInferred: true });
  render(<Origins paper={{ ...paper, origins: { publishedAt: PAGE } }} />);
  expect(row('Published').textContent).toContain('arXiv, the year is inferred');
});

test('a paper of which nobody said anything has no such section', () => {
  render(<Origins paper={storedPaper({ id: 'a:1' })} />);
  expect(screen.queryByRole('heading')).toBeNull();
});
