// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { TagsView } from '@/components/views/tags/tags-view';
import { saveCards } from '@/storage/commands';
import { editPapers } from '@/storage/edit';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

test('of thousands of tags 200 are drawn, all are told, and the field finds the others', async () => {
  const db = openDatabase();
  const tags = Array.from({ length: 230 }, (_, index) => `tag ${String(index).padStart(3, '0')}`);
  for (const [paper, from] of [0, 100, 200].entries()) {
    const id = `2609.0000${paper}`;
    await saveCards(db, [card({ identifiers: { arxiv: id }, title: `Lanterns ${paper}` })], at(0));
    await editPapers(db, [`arxiv:${id}`], { add: { tags: tags.slice(from, from + 100) } }, at(1));
  }
  drawAtDesk(<TagsView />, createDesk({ db }));
  expect((await screen.findByRole('status')).textContent).toBe('230 tags');
  expect(screen.getAllByRole('listitem')).toHaveLength(200);
  expect(screen.getByText('30 others: type a part of the name in the field above')).toBeTruthy();
  await act(async () => {
    fireEvent.input(screen.getByRole('textbox', { name: 'Filter tags' }), { target: { value: 'tag 22' } });
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(10);
  expect(screen.queryByText(/others/)).toBeNull();
});
