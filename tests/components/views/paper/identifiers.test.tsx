// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Identifiers } from '@/components/views/paper/identifiers';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

test('each identifier stands in its own line and can be copied', () => {
  const identifiers = { arxiv: '2609.28411', doi: ['10.1/a', '10.1/b'] };
  const { commands } = drawAtDesk(<Identifiers paper={storedPaper({ id: 'a:1', identifiers })} />);
  const list = screen.getByRole('list', { name: 'Identifiers' });
  expect([...list.children].map(({ textContent }) => textContent)).toEqual([
    'arxiv:2609.28411',
    'doi:10.1/a',
    'doi:10.1/b',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Copy doi:10.1/b' }));
  expect(commands.copy).toHaveBeenCalledExactlyOnceWith('doi:10.1/b');
});

test('a paper without identifiers has no such section', () => {
  drawAtDesk(<Identifiers paper={storedPaper({ id: 'a:1' })} />);
  expect(screen.queryByRole('heading')).toBeNull();
});
