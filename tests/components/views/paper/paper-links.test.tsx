// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
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

test('it can be cited', () => {
  drawAtDesk(<PaperLinks paper={PAPER} />);
  expect(screen.getByRole('button', { name: 'Cite' })).toBeTruthy();
});
