// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { PaperLinks } from '@/components/views/paper/paper-links';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

const PAPER = storedPaper({
  id: 'a:1',
  title: 'Lanterns',
  identifiers: { arxiv: '2609.00001' },
  code: 'https://code.example/',
  project: 'https://project.example/',
});

test('every place where it can be read is a link that opens elsewhere', () => {
  drawAtDesk(<PaperLinks paper={PAPER} />);
  const links = screen.getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'PDF',
    'arXiv',
    'Hugging Face',
    'alphaXiv',
    'Code',
    'Project',
  ]);
  for (const link of links) {
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer noopener');
  }
});

test.each([
  ['Copy as plain text', 'Lanterns. https://arxiv.org/abs/2609.00001'],
  ['Copy as Markdown link', '[Lanterns](https://arxiv.org/abs/2609.00001)'],
])('“Cite” has “%s”', async (name, text) => {
  const { commands } = drawAtDesk(<PaperLinks paper={PAPER} />);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Cite' })));
  fireEvent.click(screen.getByRole('menuitem', { name }));
  expect(commands.copy).toHaveBeenCalledExactlyOnceWith(text);
});
