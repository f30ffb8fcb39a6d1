// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { EditField } from '@/components/views/paper/edit-field';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import type { EditableField } from '@/utils/paper/fields';
import type { Paper } from '@/utils/paper/schema';

function draw(field: EditableField, value = '', fields: Partial<Paper> = {}) {
  const [onType, onGiveBack] = [vi.fn<(value: string) => void>(), vi.fn()];
  const paper = storedPaper({ id: 'a:1', title: 'Lanterns', ...fields });
  render(<EditField paper={paper} field={field} value={value} onType={onType} onGiveBack={onGiveBack} />);
  return { onType, onGiveBack };
}

test.each<[EditableField, string, string]>([
  ['title', 'Title', 'input'],
  ['abstract', 'Abstract', 'textarea'],
  ['authors', 'Authors', 'textarea'],
  ['publishedAt', 'Published', 'input'],
  ['url', 'Address', 'input'],
  ['isbn', 'ISBN', 'input'],
  ['type', 'Type', 'select'],
])('%s is called “%s” and typed into a %s', (field, name, element) => {
  const value = field === 'type' ? 'article' : 'Something';
  const { onType } = draw(field, value);
  const control = screen.getByLabelText<HTMLInputElement>(name);
  expect(control.localName).toBe(element);
  expect(control.value).toBe(value);
  const event = element === 'select' ? fireEvent.change : fireEvent.input;
  event(control, { target: { value: 'thesis' } });
  expect(onType).toHaveBeenCalledExactlyOnceWith('thesis');
});

test('a day shows how it is written', () => {
  draw('publishedAt');
  expect(screen.getByLabelText<HTMLInputElement>('Published').placeholder).toBe('YYYY-MM-DD');
});

describe('a field that the person edited', () => {
  const edited: Partial<Paper> = {
    edited: ['title'],
    claims: { title: { arxiv: [{ trust: 3, at: at(0), value: 'Lanterns over a harbour' }] } },
  };

  test('is shown as locked, also to a screen reader, and can be given back', () => {
    const { onGiveBack } = draw('title', 'Lanterns', edited);
    const lock = document.getElementById(
      screen.getByLabelText('Title').getAttribute('aria-describedby') ?? '',
    );
    expect(lock?.textContent).toContain('Edited by you; pages do not change it.');
    fireEvent.click(screen.getByRole('button', { name: 'Use what the source says' }));
    expect(onGiveBack).toHaveBeenCalledOnce();
  });

  test('tells what the source says, which can be taken over', () => {
    const { onType } = draw('title', 'Lanterns', edited);
    expect(screen.getByText('1 source says')).toBeTruthy();
    const claim = screen.getByRole('listitem', { hidden: true });
    expect(within(claim).getByText('arxiv')).toBeTruthy();
    expect(within(claim).getByText('Lanterns over a harbour')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Title: use what arxiv says', hidden: true }));
    expect(onType).toHaveBeenCalledExactlyOnceWith('Lanterns over a harbour');
  });
});

describe('a field that nobody edited', () => {
  const from = (site: string) => ({ origins: { title: { site, trust: 3 as const, at: at(0) } } });

  test('shows no lock, and nothing of its only source', () => {
    draw('title', 'Lanterns', from('arxiv'));
    expect(screen.queryByText(/Edited by you/)).toBeNull();
    expect(screen.queryByText(/source/)).toBeNull();
    expect(screen.getByLabelText('Title').hasAttribute('aria-describedby')).toBe(false);
  });

  test('tells what each of several sources said last', () => {
    draw('title', 'Lanterns', {
      ...from('arxiv'),
      claims: {
        title: {
          acl: [
            { trust: 2, at: at(2), value: 'The latest' },
            { trust: 3, at: at(1), value: 'An older' },
          ],
        },
      },
    });
    expect(screen.getByText('2 sources say')).toBeTruthy();
    const said = screen.getAllByRole('listitem', { hidden: true }).map((row) => row.lastChild?.textContent);
    expect(said.sort()).toEqual(['Lanterns', 'The latest']);
  });
});
