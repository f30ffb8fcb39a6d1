// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { IdentifiersField } from '@/components/views/paper/identifiers-field';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

const PAPER = storedPaper({ id: 'a:1', identifiers: { arxiv: '2609.00001', doi: ['10.1/a', '10.1/b'] } });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New identifier' });
const type = (value: string) => act(() => void fireEvent.input(field(), { target: { value } }));

test('every identifier is listed, and taken away by its button', () => {
  const { edit } = drawAtDesk(<IdentifiersField paper={PAPER} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'arxiv:2609.00001',
    'doi:10.1/a',
    'doi:10.1/b',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove doi:10.1/b' }));
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], {
    remove: { identifiers: [{ kind: 'doi', value: '10.1/b' }] },
  });
});

test('one is added by its kind, and the field is empty again', async () => {
  const { edit } = drawAtDesk(<IdentifiersField paper={PAPER} />);
  const kind = screen.getByRole('combobox', { name: 'Kind of identifier' });
  await act(() => void fireEvent.change(kind, { target: { value: 'pmid' } }));
  await type(' 123 ');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add' })));
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], {
    add: { identifiers: [{ kind: 'pmid', value: '123' }] },
  });
  expect(field().value).toBe('');
});

test('Enter adds it, and does not send the form around', async () => {
  const { edit } = drawAtDesk(<IdentifiersField paper={PAPER} />);
  await type('10.1/c');
  await act(async () => {
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(false);
  });
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], {
    add: { identifiers: [{ kind: 'doi', value: '10.1/c' }] },
  });
});

test('what was refused stays to be mended', async () => {
  drawAtDesk(<IdentifiersField paper={PAPER} />, createDesk({ edit: async () => false }));
  await type('nonsense');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add' })));
  expect(field().value).toBe('nonsense');
});

test('nothing is added where nothing was typed', async () => {
  const { edit } = drawAtDesk(<IdentifiersField paper={PAPER} />);
  await type('  ');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add' })));
  expect(edit).not.toHaveBeenCalled();
});
