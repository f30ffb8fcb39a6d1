// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { MissingWords } from '@/components/paper/missing-words';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

function draw(query: string, ...words: string[]) {
  const desk = createDesk();
  desk.store.query.value = query;
  return drawAtDesk(
    <div role="note">
      <MissingWords words={words} />
    </div>,
    desk,
  );
}

test('a word that is missing leads to a search without it', () => {
  const { search } = draw('camera zebra trap', 'zebra');
  expect(screen.getByRole('note').textContent).toBe('Without:zebra');
  fireEvent.click(screen.getByRole('button', { name: 'zebra' }));
  expect(search).toHaveBeenCalledExactlyOnceWith('camera trap');
});

test('of many only some are named', () => {
  draw('a b c d e', 'a', 'b', 'c', 'd', 'e');
  expect(screen.getAllByRole('button')).toHaveLength(3);
  expect(screen.getByText('+2')).toBeDefined();
});

test('nothing is drawn where nothing is missing', () => {
  draw('camera');
  expect(screen.getByRole('note').childElementCount).toBe(0);
});
