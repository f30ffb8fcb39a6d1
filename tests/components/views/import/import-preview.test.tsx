// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Source } from '@/components/hooks/use-import';
import { ImportPreview } from '@/components/views/import/import-preview';
import type { ImportPlan } from '@/storage/import/reader';
import type { Row } from '@/storage/import/row';
import { drawAtDesk } from '@/tests/components/desk-context';
import { choiceOf, planOf } from '@/tests/components/reader-worker';
import { huggingface } from '@/utils/reading/sites/huggingface';

const ROWS: Row[] = [
  { outcome: 'new', title: 'Lanterns' },
  { outcome: 'merged', title: 'Salt' },
  { outcome: 'unchanged', title: 'Herons' },
];
const FILE: Source = { files: [new Blob(['x'])] };
const PAGE: Source = { files: [new Blob(['<html>'])], site: '' };

const onRead = vi.fn<(source: Source) => void>();
const onRetitle = vi.fn<(place: number, title: string) => void>();
const onConfirm = vi.fn<(left: number[]) => void>();
const onCancel = vi.fn<() => void>();
const onShow = vi.fn<() => void>();

beforeEach(() => {
  for (const heard of [onRead, onRetitle, onConfirm, onCancel]) heard.mockReset();
});

function show(
  plan: ImportPlan,
  source: Source = FILE,
  confirmWords: 'import.confirm' | 'collect.confirm' = 'import.confirm',
) {
  drawAtDesk(<Shown {...{ plan, source, confirmWords }} />);
}

function Shown(props: {
  plan: ImportPlan;
  source: Source;
  confirmWords: 'import.confirm' | 'collect.confirm';
}) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [tags, setTags] = useState<readonly string[]>([]);
  return (
    <ImportPreview
      {...{ ...props, left, onRead, onRetitle, onCancel, onShow }}
      onLeft={setLeft}
      tags={tags}
      onTags={setTags}
      onConfirm={() => onConfirm([...left])}
    />
  );
}

const confirming = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: /^(Import|Save) \d+ papers?$/ });
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));

describe('a backup whose only news are colours of tags', () => {
  test.each([
    [1, 'Import the colour of 1 tag', 'colour of 1 tag'],
    [2, 'Import the colours of 2 tags', 'colours of 2 tags'],
  ])('says so, and can be imported (%s)', (colours, button, words) => {
    const plan = planOf(0, 0, 5, { source: 'backup' });
    show({ ...plan, preview: { ...plan.preview, colours } });
    expect(screen.getByRole('status').textContent).toBe(`5 papers · ${words}`);
    fireEvent.click(screen.getByRole('button', { name: button }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  test('counts its papers if it has news of these, too', () => {
    const plan = planOf(2, 0, 5, { source: 'backup' });
    show({ ...plan, preview: { ...plan.preview, colours: 1 } });
    expect(confirming().textContent).toBe('Import 2 papers');
  });
});

describe('papers to choose from', () => {
  test('are told by their number and kinds', () => {
    show(choiceOf(ROWS));
    expect(screen.getByRole('status').textContent).toBe(
      '3 papers · 1 new, 1 merged with what you have, 1 unchanged',
    );
  });

  test('that come back from the trash are told as that, and counted by the button', () => {
    show(choiceOf([...ROWS, { outcome: 'trashed', title: 'Wicks' }]));
    expect(screen.getByRole('status').textContent).toBe(
      '4 papers · 1 new, 1 merged with what you have, 1 back from the trash, 1 unchanged',
    );
    expect(confirming().textContent).toBe('Import 3 papers');
  });

  test('that change nothing are not counted by the button', () => {
    show(choiceOf(ROWS));
    expect(confirming().textContent).toBe('Import 2 papers');
  });

  test('are counted as they are ticked, and those left out are told', () => {
    show(choiceOf(ROWS));
    tick('Salt');
    expect(confirming().textContent).toBe('Import 1 paper');
    tick('Herons');
    expect(confirming().textContent).toBe('Import 1 paper');
    fireEvent.click(confirming());
    expect(onConfirm.mock.calls).toEqual([[[1, 2]]]);
  });

  test('of which none is wanted cannot be imported', () => {
    show(choiceOf(ROWS));
    tick('Salt');
    tick('Lanterns');
    expect(confirming().textContent).toBe('Import 0 papers');
    expect(confirming().disabled).toBe(true);
  });

  test('that are all known already are told as that, without a button that cannot be pressed', () => {
    show(
      choiceOf([
        { outcome: 'unchanged', title: 'Herons' },
        { outcome: 'twice', title: 'Herons' },
      ]),
    );
    expect(screen.getByRole('status').textContent).toMatch(/ · You have all of these already\.$/);
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
  });

  test('are saved, not imported, if they are of an open page', () => {
    show(choiceOf(ROWS), { cards: [] }, 'collect.confirm');
    expect(confirming().textContent).toBe('Save 2 papers');
  });

  test('can be given another title', () => {
    show(choiceOf(ROWS));
    fireEvent.click(screen.getByRole('button', { name: 'Edit the title: Salt' }));
    const field = screen.getByRole('textbox', { name: 'Title' });
    fireEvent.input(field, { target: { value: 'Salt and silence' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onRetitle.mock.calls).toEqual([[1, 'Salt and silence']]);
  });

  test('can be given up', () => {
    show(choiceOf(ROWS));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(1);
  });
});

test('of a library, what comes back from the trash is told as that, and counted by the button', () => {
  const plan = planOf(2, 1);
  plan.preview.trashed = { count: 1, titles: ['Wicks'] };
  show(plan);
  const details = screen.getByText('1 back from the trash').closest('details');
  expect(details?.querySelector('li')?.textContent).toBe('Wicks');
  expect(confirming().textContent).toBe('Import 4 papers');
});

test('a library is not for choosing from', () => {
  show(planOf(2, 1));
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  expect(screen.getByRole('status').textContent).toBe('3 papers');
});

describe('the year', () => {
  const YEAR = choiceOf(ROWS, { year: { value: 2025, from: 'asked' } });
  const field = () =>
    screen.getByRole<HTMLInputElement>('spinbutton', { name: /^Year of dates printed without one/ });

  test.each([
    ['printed', /The year after the newest one printed there/],
    ['asked', /No year is printed there/],
    ['user', /As you set it/],
  ] as const)('that is %s says where it is from', (from, words) => {
    show(choiceOf(ROWS, { year: { value: 2025, from } }));
    expect(field().value).toBe('2025');
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('that is set reads the same text again with it', () => {
    show(YEAR, { ...FILE, year: 2025 });
    field().value = '2024';
    fireEvent.blur(field());
    expect(onRead.mock.calls).toEqual([[{ ...FILE, year: 2024 }]]);
  });

  test.each([['']])('that is %j reads nothing', (value) => {
    show(YEAR);
    field().value = value;
    fireEvent.blur(field());
    expect(onRead).not.toHaveBeenCalled();
  });

  test('that the browser finds out of range reads nothing', () => {
    show(YEAR);
    Object.defineProperty(field(), 'validity', { value: { valid: false } });
    fireEvent.change(field(), { target: { value: '1066' } });
    expect(onRead).not.toHaveBeenCalled();
    expect([field().min, field().max]).toEqual(['1900', String(new Date().getUTCFullYear())]);
  });

  test('is not asked for where every date has its own, or there is no text', () => {
    show(choiceOf(ROWS));
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });
});

describe('the site of a saved page', () => {
  const field = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Read as' });

  test('is the one that it was read as', () => {
    show(choiceOf(ROWS), { ...PAGE, site: 'arxiv' });
    expect(field().value).toBe('arxiv');
    const offered = [...field().options].map(({ value, textContent }) => [value, textContent]);
    expect(offered[0]).toEqual(['', 'A page of any site']);
    expect(offered).toContainEqual(['huggingface', huggingface.name]);
  });

  test.each(['', 'huggingface'])('that is chosen, %j, reads the page again as that', (site) => {
    show(choiceOf(ROWS), { ...PAGE, site: 'arxiv' });
    fireEvent.change(field(), { target: { value: site } });
    expect(onRead.mock.calls).toEqual([[{ ...PAGE, site }]]);
  });

  test('is not asked for with text', () => {
    show(choiceOf(ROWS));
    expect(screen.queryByRole('combobox', { name: 'Read as' })).toBeNull();
  });
});

test('what stays behind is said in numbers: attached files in a sentence, other fields in a list', () => {
  show(planOf(3, 0, 0, { unkept: { language: 2, file: 3, 'bdsk-file-1': 1 } }));
  expect(screen.getByText('Attached files of 3 papers stay where they are.')).toBeTruthy();
  const details = screen.getByText('1 other field is not kept').closest('details');
  expect([...(details?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
    'language: 2',
  ]);
});
