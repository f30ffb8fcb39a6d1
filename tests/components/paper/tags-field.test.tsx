// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { TagsField } from '@/components/paper/tags-field';
import { allTags } from '@/storage/tags';
import { drawAtDesk } from '@/tests/components/desk-context';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';

vi.mock('@/storage/tags', () => ({ allTags: vi.fn() }));

const PAPER = storedPaper({ id: 'a:1', tags: ['optics', 'sea'] });
const onClose = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(allTags).mockResolvedValue([
    { tag: 'theory', count: 3, usedAt: at(2) },
    { tag: 'optics', count: 1, usedAt: at(1) },
    { tag: 'thermal', count: 1, usedAt: at(0) },
  ]);
});

/** Draws the field; the tags of the library are there once it is. */
async function draw(closable = true) {
  const desk = drawAtDesk(<TagsField paper={PAPER} {...(closable && { onClose })} />);
  if (!closable) await act(() => field().focus());
  await screen.findByRole('option', { name: /^theory/ });
  return desk;
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Add tag' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = () => screen.getByRole('option', { selected: true }).textContent;
const type = (value: string) => act(() => void fireEvent.input(field(), { target: { value } }));

/** Whether others hear the key, too. */
async function press(key: string, rest: object = {}): Promise<boolean> {
  let free = false;
  await act(() => {
    free = fireEvent.keyDown(field(), { key, ...rest });
  });
  return free;
}

test('the tags of the paper are listed, each with a way to take it off', async () => {
  const { edit } = await draw();
  const list = screen.getByRole('list', { name: 'Tags' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['optics', 'sea']);
  await act(() => void fireEvent.click(screen.getByRole('button', { name: 'Remove the tag sea' })));
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], { remove: { tags: ['sea'] } });
  expect(document.activeElement).toBe(field());
});

describe('the focus', () => {
  test('is in a field that was opened', async () => {
    await draw();
    expect(document.activeElement).toBe(field());
  });

  test('is not taken by one that stays, and its choices are closed until it has it', async () => {
    drawAtDesk(<TagsField paper={PAPER} />);
    await act(() => {});
    expect(document.activeElement).toBe(document.body);
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});

describe('what is offered', () => {
  test('are the tags of the library that the paper does not have, with their counts', async () => {
    await draw();
    expect(options()).toEqual(['theory3 papers', 'thermal1 paper']);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  });

  test('follows what is typed, and offers to make a new tag', async () => {
    await draw();
    await type('therm');
    expect(options()).toEqual(['thermal1 paper', 'Create “therm”']);
  });

  test('is walked by arrows, which nobody else hears', async () => {
    await draw();
    const active = () =>
      document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
    expect(active()).toMatch(/^theory/);
    expect(await press('ArrowDown')).toBe(false);
    expect(active()).toMatch(/^thermal/);
    expect(chosen()).toMatch(/^thermal/);
    await press('ArrowDown');
    expect(active()).toMatch(/^thermal/);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active()).toMatch(/^theory/);
  });
});

describe('a tag is added', () => {
  const added = (tag: string) => [['a:1'], { add: { tags: [tag] } }];

  test.each(['Enter', ','])('by %s, the one that is chosen', async (key) => {
    const { edit } = await draw();
    await type('th');
    await press('ArrowDown');
    expect(await press(key)).toBe(false);
    expect(vi.mocked(edit).mock.calls).toEqual([added('thermal')]);
    expect(field().value).toBe('');
  });

  test('by a press, and the field keeps the focus', async () => {
    const { edit } = await draw();
    const option = screen.getByRole('option', { name: /^thermal/ });
    expect(fireEvent.pointerDown(option)).toBe(false);
    await act(() => void fireEvent.click(option));
    expect(vi.mocked(edit).mock.calls).toEqual([added('thermal')]);
  });

  test('that is new, as it was typed', async () => {
    const { edit } = await draw();
    await type('  Reading/Group one ');
    await press('Enter');
    expect(vi.mocked(edit).mock.calls).toEqual([added('Reading/Group one')]);
  });

  test('as it was typed where the choices were closed', async () => {
    const { edit } = await draw();
    await type('th');
    await press('Escape');
    await press('Enter');
    expect(vi.mocked(edit).mock.calls).toEqual([added('th')]);
  });

  test('not while characters are composed', async () => {
    const { edit } = await draw();
    await type('てすと');
    expect(await press('Enter', { isComposing: true })).toBe(true);
    expect(edit).not.toHaveBeenCalled();
  });
});

describe('Backspace', () => {
  test('in an empty field takes the last tag off', async () => {
    const { edit } = await draw();
    await press('Backspace');
    expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], { remove: { tags: ['sea'] } });
  });

  test('in a text is the text’s', async () => {
    const { edit } = await draw();
    await type('th');
    expect(await press('Backspace')).toBe(true);
    expect(edit).not.toHaveBeenCalled();
  });
});

describe('Escape', () => {
  test('closes the choices, then the field', async () => {
    await draw();
    expect(await press('Escape')).toBe(false);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    expect(await press('Escape')).toBe(false);
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('is left to others where the field stays', async () => {
    await draw(false);
    await press('Escape');
    expect(await press('Escape')).toBe(true);
  });
});
