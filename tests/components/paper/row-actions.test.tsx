// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { RowActions } from '@/components/paper/row-actions';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const onTags = vi.fn();

function draw(fields: Partial<Paper> = {}) {
  const paper = storedPaper({ id: 'a:1', title: 'Lanterns', ...fields });
  return drawAtDesk(<RowActions paper={paper} onTags={onTags} />);
}

async function choose(name: string) {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'More' })));
  fireEvent.click(screen.getByRole('menuitem', { name }));
}

test('the PDF opens elsewhere, where there is one', () => {
  draw({ identifiers: { arxiv: '2609.00001' } });
  const link = screen.getByRole('link', { name: 'PDF' });
  expect(link.getAttribute('href')).toBe('https://arxiv.org/pdf/2609.00001');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noreferrer noopener');
});

test('no PDF is offered where none is known', () => {
  draw();
  expect(screen.queryByRole('link')).toBeNull();
});

test('none of them is a tab stop of its own', () => {
  draw({ identifiers: { arxiv: '2609.00001' } });
  const stops = [...screen.getAllByRole('button'), screen.getByRole('link')];
  expect(stops.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, -1]);
});

test('“Tags” asks for the field of the row, “Note” leads to that of the page', () => {
  const { go } = draw();
  fireEvent.click(screen.getByRole('button', { name: 'Tags' }));
  expect(onTags).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Note' }));
  expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'paper', id: 'a:1', field: 'note' });
});

describe('the menu', () => {
  test('leads to the papers like it', async () => {
    const { go } = draw();
    await choose('Similar papers');
    expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'similar', id: 'a:1' });
  });

  test('has the places where it can be read, but not the PDF again', async () => {
    draw({ identifiers: { arxiv: '2609.00001' }, code: 'https://code.example/' });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'More' })));
    const links = screen.getAllByRole('menuitem').filter((item) => item.hasAttribute('href'));
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Open at arXiv',
      'Open at Hugging Face',
      'Open at alphaXiv',
      'Open at Code',
    ]);
  });

  test('removes the paper', async () => {
    const { commands } = draw();
    await choose('Remove');
    expect(commands.remove).toHaveBeenCalledExactlyOnceWith('a:1', 'Lanterns');
  });
});
