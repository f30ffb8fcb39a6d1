// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Publication } from '@/components/views/paper/publication';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const draw = (fields: Partial<Paper>) =>
  drawAtDesk(
    <Publication
      paper={storedPaper({ id: 'a:1', savedAt: new Date(2020, 4, 3, 12).toISOString(), ...fields })}
    />,
  );
const parts = () =>
  [...(document.querySelector('.facts')?.children ?? [])].map(({ textContent }) => textContent);

test.each<[Partial<Paper>, string[]]>([
  [{}, []],
  [{ venue: 'Optics', volume: '7', issue: '2', pages: '1–9' }, ['Optics', '7(2)', 'pp. 1–9']],
  [{ issue: '2' }, ['(2)']],
  [{ type: 'conference', publishedAt: '2019-11-05' }, ['Conference paper', '5 Nov 2019']],
  [{ organization: 'Harbour Lab', venue: 'Optics' }, ['Harbour Lab', 'Optics']],
])('%j is told, with when it was saved', (fields, words) => {
  draw(fields);
  expect(parts()).toEqual([...words, 'saved 3 May 2020']);
});

test.each([
  ['Harbour Lab', 'org:"Harbour Lab"'],
  ['Optics', 'venue:"Optics"'],
])('%s leads to a search for it', (name, query) => {
  const { search } = draw({ organization: 'Harbour Lab', venue: 'Optics' });
  fireEvent.click(screen.getByRole('button', { name }));
  expect(search).toHaveBeenCalledExactlyOnceWith(query);
});
