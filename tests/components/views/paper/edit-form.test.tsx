// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EditForm } from '@/components/views/paper/edit-form';
import type { Typed } from '@/components/views/paper/typed';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import { EDITABLE_FIELDS } from '@/utils/paper/fields';

const PAPER = storedPaper({
  id: 'a:1',
  title: 'Lanterns',
  authors: ['Ada Byron'],
  venue: 'Optics',
  edited: ['venue'],
});
const onDone = vi.fn();

beforeEach(() => void vi.clearAllMocks());

/** What is typed belongs to the page around the form. */
function Page() {
  const [typed, setTyped] = useState<Typed>({});
  return <EditForm paper={PAPER} typed={typed} onType={setTyped} onDone={onDone} />;
}

const draw = (desk = createDesk()) => drawAtDesk(<Page />, desk);
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) =>
  act(() => void fireEvent.input(field(name), { target: { value } }));
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const save = () => act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Edit' })));

test('every field that a person can mend is there, with what it says', () => {
  draw();
  const fields = [...document.querySelectorAll('.edit-field label')];
  // arXiv's class goes with its identifier.
  expect(fields).toHaveLength(EDITABLE_FIELDS.length - 1);
  expect(field('Title').value).toBe('Lanterns');
  expect(field('Authors').value).toBe('Ada Byron');
  expect(screen.getByRole('group', { name: 'Identifiers' })).toBeTruthy();
});

describe('saving', () => {
  test('sends what was changed as one edit, and is done', async () => {
    const { edit } = draw();
    await type('Title', 'Salt');
    await type('Venue', '');
    await save();
    expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], { set: { title: 'Salt' }, clear: ['venue'] });
    expect(onDone).toHaveBeenCalledOnce();
  });

  test('sends nothing where nothing was changed', async () => {
    const { edit } = draw();
    await type('Title', ' Lanterns ');
    await save();
    expect(edit).not.toHaveBeenCalled();
    expect(onDone).toHaveBeenCalledOnce();
  });

  test('that fails keeps what was typed', async () => {
    draw(createDesk({ edit: async () => false }));
    await type('Published', '2026-02-31');
    await save();
    expect(onDone).not.toHaveBeenCalled();
    expect(field('Published').value).toBe('2026-02-31');
  });
});

test('cancelling sends nothing', async () => {
  const { edit } = draw();
  await type('Title', 'Salt');
  await press('Cancel');
  expect(edit).not.toHaveBeenCalled();
  expect(onDone).toHaveBeenCalledOnce();
});

test('a field that is given back forgets what was typed into it', async () => {
  const { edit } = draw();
  await type('Venue', 'Sea Letters');
  await type('Title', 'Salt');
  await press('Use what the source says');
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], { restore: ['venue'] });
  expect(field('Venue').value).toBe('Optics');
  expect(field('Title').value).toBe('Salt');
});
