// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fullMoment } from '@/components/browser/dates';
import { PaperStepLine } from '@/components/views/paper/paper-step-line';
import type { JournalEntry } from '@/storage/database';
import type { PaperStep } from '@/storage/history';
import { drawAtDesk } from '@/tests/components/desk-context';
import { at, MONDAY } from '@/tests/storage/cards';

const LATER = new Date('2027-10-02T06:00:00.000Z');

function show(entry: Partial<JournalEntry>, fields: Partial<Pick<PaperStep, 'before' | 'after'>> = {}) {
  const step: PaperStep = {
    entry: { entry: 7, at: at(0), intention: 'save', papers: 1, ...entry },
    before: undefined,
    after: undefined,
    ...fields,
  };
  return drawAtDesk(<PaperStepLine step={step} now={LATER} />);
}

const line = () => screen.getByRole('listitem').textContent;

test('a look names the site, the fields and the day', () => {
  const origin = { site: 'arxiv', trust: 2, at: at(0) };
  show(
    { intention: 'look', from: MONDAY },
    {
      before: { abstract: 'Tid…', origins: {} },
      after: { abstract: 'Tides.', origins: { abstract: origin } },
    },
  );
  expect(line()).toBe('A page of arXiv changed: Abstract28 Sept 2026Abstract before: Tid…Undo');
});

test('a look whose fields name no site is told by its listing', () => {
  show(
    { intention: 'look', from: MONDAY },
    { before: { identifiers: {} }, after: { identifiers: { acl: 'x' } } },
  );
  expect(line()).toContain('A page of huggingface.co changed: Identifiers');
});

test('a look of which nothing more is known says that it was one', () => {
  show({ intention: 'look' }, { before: { claims: {} }, after: { claims: { title: {} } } });
  expect(line()).toContain('A page changed: details');
});

test('an edit tells what was there before, with its TeX drawn and cut', () => {
  const before = { title: `$O(n^2)$ ${'tides '.repeat(100)}`, tags: ['sea'], authors: [] };
  show({ intention: 'edit' }, { before, after: { title: 'Salt', tags: [], authors: ['Ada'] } });
  expect(line()).toMatch(/^Changed: Title, Tags, Authors/);
  const [title, tags, ...more] = screen.getAllByText(/ before: /).map(({ textContent }) => textContent ?? '');
  expect(title).toMatch(/^Title before: O\(n²\) tides.*…$/);
  expect(title?.length).toBeLessThan(200);
  expect([tags, ...more]).toEqual(['Tags before: sea']);
});

test('the button is named by the time alone, for the words may name the note', () => {
  const { commands } = show({ intention: 'edit' }, { before: { note: 'a' }, after: { note: 'b' } });
  expect(line()).toContain('Note before: a');
  fireEvent.click(screen.getByRole('button', { name: `Undo: ${fullMoment(at(0))}` }));
  expect(commands.undo).toHaveBeenCalledExactlyOnceWith(7);
});

test('what was undone can be done again, by undoing what undid it, and says what stays', () => {
  const { commands } = show({ undoneBy: 9, kept: 2 });
  expect(line()).toContain('2 changes stay because they were changed again since.');
  expect(screen.getByRole('listitem').className).toContain('undone');
  fireEvent.click(screen.getByRole('button', { name: /^Redo: / }));
  expect(commands.undo).toHaveBeenCalledExactlyOnceWith(9);
});

test('a step that is under way can be cancelled', () => {
  show({ intention: 'import', running: true });
  expect(screen.getByRole('button', { name: /^Cancel: / }).textContent).toBe('Cancel');
});

test('of a step of many papers it says so, for undoing it concerns them all', () => {
  show({ intention: 'import', papers: 2025 });
  expect(line()).toContain('one of 2,025 papers');
});
