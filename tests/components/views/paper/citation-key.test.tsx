// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { CitationKey } from '@/components/views/paper/citation-key';
import { setCitationKey } from '@/storage/citation-keys';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { at } from '@/tests/storage/cards';

const ID = 'arxiv:2609.00001';

test('a key that is typed is kept; none is made up before', async () => {
  const { db } = drawAtDesk(<CitationKey id={ID} />);
  answerMessages({
    setCitationKey: async ({ id, key }: { id: string; key: string }) => {
      await setCitationKey(db, id, key, at(0));
      return { ok: true, value: null };
    },
  });
  const field = await screen.findByLabelText<HTMLInputElement>('Citation key');
  expect(field.value).toBe('');
  field.focus();
  fireEvent.input(field, { target: { value: 'berg2026salt' } });
  field.blur();
  await waitFor(async () => expect((await db.citationKeys.get(ID))?.key).toBe('berg2026salt'));
  await screen.findByText(/^It stays/);
});

test('what is no key is not sent', async () => {
  const asked = answerMessages({});
  drawAtDesk(<CitationKey id={ID} />, createDesk());
  const field = await screen.findByLabelText<HTMLInputElement>('Citation key');
  field.focus();
  fireEvent.input(field, { target: { value: 'two words' } });
  field.blur();
  await screen.findByText(/^A key has no spaces/);
  expect(asked).toEqual([]);
});
