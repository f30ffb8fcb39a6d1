// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { DidYouMean } from '@/components/views/papers/did-you-mean';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

function draw(query: string, spelled: Record<string, string>) {
  const desk = createDesk();
  desk.store.query.value = query;
  return drawAtDesk(<DidYouMean spelled={new Map(Object.entries(spelled))} />, desk);
}

test('a spelling that the library knows is offered and taken', () => {
  const { search } = draw('microscpy year:2020', { microscpy: 'microscopy' });
  fireEvent.click(screen.getByRole('button', { name: 'Did you mean microscopy year:2020?' }));
  expect(search).toHaveBeenCalledExactlyOnceWith('microscopy year:2020');
});

test('nothing is offered once something else was typed', () => {
  draw('moss', { microscpy: 'microscopy' });
  expect(screen.queryByRole('button')).toBeNull();
});
