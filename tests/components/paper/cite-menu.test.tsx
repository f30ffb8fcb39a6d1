// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { options } from '@/components/browser/options';
import type { Desk } from '@/components/desk/desk';
import { CiteMenu } from '@/components/paper/cite-menu';
import { giveCitationKeys } from '@/storage/citation-keys';
import { saveCards } from '@/storage/commands';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { DEFAULTS } from '@/utils/options';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';

const ID = 'arxiv:2609.00001';
let desk: Desk;
let keysGiven: boolean;

beforeEach(async () => {
  options.value = DEFAULTS;
  const db = openDatabase();
  const salt = card({
    identifiers: { arxiv: '2609.00001' },
    title: 'Salt',
    authors: ['Ada Berg'],
    publishedAt: '2026',
  });
  await saveCards(db, [salt], at(0));
  keysGiven = true;
  answerMessages({
    setOptions: () => ({ ok: true, value: null }),
    giveCitationKeys: async ({ ids }: { ids: string[] }) => {
      if (!keysGiven) return { ok: false, code: 'full' };
      await giveCitationKeys(db, ids, KEY_PATTERN, at(1));
      return { ok: true, value: null };
    },
  });
  desk = createDesk({ db });
  desk.commands.ask = (async (request: Promise<{ value?: null }>) =>
    (await request).value) as Desk['commands']['ask'];
  const paper = await db.papers.get(ID);
  if (paper) drawAtDesk(<CiteMenu paper={paper}>Cite</CiteMenu>, desk);
});

const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

async function choose(name: string) {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Cite' })));
  await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name })));
}

test.each([
  ['Copy citation (APA)', /^Berg, A\. \(2026\)\. Salt/, /<i>/],
  ['Copy citation (IEEE)', /^A\. Berg, “Salt\.”/, /A\. Berg/],
  ['Copy as BibTeX', /^@misc\{berg2026salt,\n/, undefined],
  ['Copy \\cite command', /^\\cite\{berg2026salt\}$/, undefined],
  ['Copy as Markdown link', /^\[Salt\]\(https:/, undefined],
])('“%s”', async (name, text, html) => {
  await choose(name);
  const copied = desk.commands.copy as unknown as { mock: { calls: string[][] } };
  await waitFor(() => expect(copied.mock.calls).toHaveLength(1));
  expect(copied.mock.calls[0]?.[0]).toMatch(text);
  if (html) expect(copied.mock.calls[0]?.[1]).toMatch(html);
  else expect(copied.mock.calls[0]?.[1]).toBeUndefined();
});

test('the style that was used last comes first', async () => {
  await choose('Copy citation (MLA)');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Cite' })));
  expect(items()[0]).toBe('Copy citation (MLA)');
  expect(items()).toHaveLength(8);
});

test('without a key nothing is copied that would need one', async () => {
  keysGiven = false;
  await choose('Copy as BibTeX');
  expect(desk.commands.copy).not.toHaveBeenCalled();
});
