// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { PaperRow } from '@/components/paper/paper-row';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const NOW = new Date('2026-11-24T12:00:00Z');
const STOP = { tabIndex: 0, 'data-stop': true } as const;

type Rest = Partial<Parameters<typeof PaperRow>[0]> & { terms?: string[] };

function draw(fields: Partial<Paper> = {}, { terms = [], ...rest }: Rest = {}, desk = createDesk()) {
  const paper = storedPaper({ id: 'a:1', title: 'Lanterns over a quiet harbour', ...fields });
  drawAtDesk(
    <ul>
      <li>
        <PaperRow hit={{ paper, terms: new Set(terms) }} now={NOW} stop={STOP} {...rest} />
      </li>
    </ul>,
    desk,
  );
  return { ...desk, row: screen.getByRole('listitem') };
}

function marksIn(element: Element): (string | null)[] {
  return [...element.querySelectorAll('mark')].map(({ textContent }) => textContent);
}

describe('the title', () => {
  test('is the only heading of the row, and a link to the page of the paper', () => {
    draw();
    const link = within(screen.getByRole('heading')).getByRole('link', {
      name: 'Lanterns over a quiet harbour',
    });
    expect(link.getAttribute('href')).toBe('#/paper/a%3A1');
  });

  test('is the only tab stop of the row', () => {
    const { row } = draw({
      url: 'https://a.example/x.pdf',
      authors: ['Ada'],
      organization: 'Harbour Lab',
      tags: ['optics'],
    });
    const stops = [...row.querySelectorAll<HTMLElement>('a, button')];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toEqual([screen.getByRole('heading').firstChild]);
    expect(stops.length).toBeGreaterThan(8);
  });

  test('has the matched words marked', () => {
    draw({}, { terms: ['lanterns', 'harbour'] });
    expect(marksIn(screen.getByRole('heading'))).toEqual(['Lanterns', 'harbour']);
  });
});

test('TeX is drawn in title and abstract, and what matched is marked in it', () => {
  const { row } = draw(
    {
      title: String.raw`Sorting in $\mathcal{O}(n^2)$`,
      abstract: String.raw`By Schr\"odinger, $\alpha$-stable.`,
    },
    { terms: ['schrodinger'], searching: true },
  );
  expect(screen.getByRole('heading').textContent).toBe('Sorting in O(n²)');
  expect(screen.getByText(/α-stable/).textContent).toBe('By Schrödinger, α-stable.');
  expect(marksIn(row)).toEqual(['Schrödinger']);
});

test('a paper without a title says each part of its abstract once', () => {
  const abstract = Array.from({ length: 30 }, (_, place) => `word${place}`).join(' ');
  const { row } = draw({ title: undefined, abstract }, { searching: true });
  for (const word of abstract.split(' ')) expect(row.textContent?.split(`${word} `).length).toBeLessThan(3);
  expect(within(row).getByRole('heading').textContent).toMatch(/^word0 .* …$/);
  expect(row.textContent).toContain('word29');
});

describe('the abstract', () => {
  const abstract = `${'dark water '.repeat(60)}luminometry ${'of lights '.repeat(60)}`;

  test('is shown around the place that matched while one searches', () => {
    draw({ abstract }, { terms: ['luminometry'], searching: true });
    const excerpt = screen.getByText('luminometry').parentElement?.textContent ?? '';
    expect(excerpt).toMatch(/^… .* …$/);
    expect(excerpt.length).toBeLessThan(300);
  });

  test('is not shown otherwise', () => {
    expect(draw({ abstract }).row.textContent).not.toContain('dark water');
  });
});

test('tags and the first words of the note are shown, and why they were found', () => {
  const { row } = draw(
    { tags: ['reading group', 'optics'], note: `Ask <Ada> about optics. ${'More of it. '.repeat(50)}` },
    { terms: ['optics'] },
  );
  expect(screen.getByRole('button', { name: 'reading group' })).toBeTruthy();
  const note = row.querySelector('.row-note')?.textContent ?? '';
  expect(note).toMatch(/^Ask <Ada> about optics\..* …$/);
  expect(note.length).toBeLessThan(120);
  expect(marksIn(row)).toEqual(['optics', 'optics']);
});

test('nothing of a page becomes HTML', () => {
  const evil = '<img src=x onerror="alert(1)">';
  const { row } = draw(
    { title: evil, authors: [evil], organization: evil, abstract: evil, tags: [evil], note: evil },
    { searching: true },
  );
  expect(row.querySelector('img')).toBeNull();
  expect(screen.getByRole('heading').textContent).toBe(evil);
  expect(row.textContent?.split(evil).length).toBe(6); // the tag is cut
});

test('edits that wait are drawn', () => {
  const shown = (paper: Paper) => ({ ...paper, starred: true, title: 'Salt' });
  draw({}, {}, createDesk({ shown }));
  expect(screen.getByRole('button', { name: 'Unstar' })).toBeTruthy();
  expect(screen.getByRole('heading').textContent).toBe('Salt');
});

test('it is as high as was chosen', async () => {
  const { row, store } = draw();
  expect(row.querySelector('.paper-row.comfortable')).toBeTruthy();
  await act(() => {
    store.density.value = 'compact';
  });
  expect(row.querySelector('.paper-row.compact')).toBeTruthy();
});

describe('a press', () => {
  test('anywhere on it opens the page of the paper', () => {
    const { go, row } = draw({ note: 'A note' });
    fireEvent.click(row.querySelector('.row-note') as Element);
    expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'paper', id: 'a:1' });
  });

  test.each(['Star', 'Status: unread', 'Ada'])('on “%s” does only that', (name) => {
    const { go } = draw({ authors: ['Ada'] });
    fireEvent.click(screen.getByRole('button', { name }));
    expect(go).not.toHaveBeenCalled();
  });

  test('that ends a selection of words opens nothing', () => {
    const { go, row } = draw({ note: 'A note' });
    const selection = vi.spyOn(window, 'getSelection').mockReturnValue('note' as unknown as Selection);
    fireEvent.click(row.querySelector('.row-note') as Element);
    selection.mockRestore();
    expect(go).not.toHaveBeenCalled();
  });
});

test('“Tags” opens a field in the place of the tags, and Escape leaves it', async () => {
  const { go } = draw({ tags: ['optics'] });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Tags' })));
  const field = await screen.findByRole('combobox', { name: 'Add tag' });
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  expect(screen.queryByRole('button', { name: 'optics' })).toBeNull();
  fireEvent.click(field);
  expect(go).not.toHaveBeenCalled();
  await act(() => void fireEvent.keyDown(field, { key: 'Escape' }));
  await act(() => void fireEvent.keyDown(field, { key: 'Escape' }));
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByRole('button', { name: 'optics' })).toBeTruthy();
});

test('arrows lead from the title through the row', () => {
  draw();
  screen.getByRole('link', { name: /^Lanterns/ }).focus();
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Star' }));
});

test('why it is in a list can be told', () => {
  draw({}, { reason: 'Shared: harbour' });
  expect(screen.getByText('Shared: harbour')).toBeTruthy();
});

describe('in the trash', () => {
  test('it can only be restored', () => {
    const onRestore = vi.fn();
    const { go, row } = draw({ note: 'A note' }, { onRestore });
    expect(screen.queryByRole('button', { name: 'Star' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    fireEvent.click(row.querySelector('.row-note') as Element);
    expect(go).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Restore: Lanterns over a quiet harbour' }));
    expect(onRestore).toHaveBeenCalledExactlyOnceWith('a:1', 'Lanterns over a quiet harbour');
  });
});
