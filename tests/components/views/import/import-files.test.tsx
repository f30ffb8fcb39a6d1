// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ImportFiles } from '@/components/views/import/import-files';
import { drawAtDesk } from '@/tests/components/desk-context';

const items = () => screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent);

test('of one file only its problem is told', () => {
  drawAtDesk(<ImportFiles files={[{ name: 'a.json', format: 'json', papers: 1, problem: 'truncated' }]} />);
  expect(document.body.textContent).toMatch(/ends too early/);
  expect(document.querySelector('details')).toBeNull();
});

test('of one file without a problem nothing is told', () => {
  drawAtDesk(<ImportFiles files={[{ name: 'a.json', format: 'json', papers: 1 }]} />);
  expect(document.querySelector('p, details')).toBeNull();
});

test('of several each is told, those with a problem first', () => {
  drawAtDesk(
    <ImportFiles
      files={[
        { name: 'a.bib', format: 'bibtex', papers: 3 },
        { name: '<b>.png', papers: 0, problem: 'unknown' },
        { name: 'c.json', format: 'json', papers: 0, problem: 'alone' },
      ]}
    />,
  );
  expect(screen.getByText(/^3 files/).textContent).toBe('3 files · 2 not read, or not all of them');
  expect(items()).toEqual([
    '<b>.png: no file that Offprint can read',
    'c.json: JSON · a whole library. Import it alone, not together with other files.',
    'a.bib: BibTeX · 3 papers',
  ]);
});
