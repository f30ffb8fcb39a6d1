// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Moving } from '@/components/views/import/moving';
import { drawAtDesk } from '@/tests/components/desk-context';

test('each program is named, and how its file is had', () => {
  drawAtDesk(<Moving />);
  const names = screen.getAllByRole('term', { hidden: true }).map(({ textContent }) => textContent);
  expect(names).toEqual(
    expect.arrayContaining(['Zotero', 'Mendeley', 'Paperpile', 'PaperMemory', 'Google Scholar']),
  );
  for (const words of screen.getAllByRole('definition', { hidden: true }))
    expect(words.textContent).toMatch(/\.$/);
});
