import { expect, test } from 'vitest';
import { createPaper, unite } from '@/utils/paper/merge';
import { normalise, saidBy } from '@/utils/paper/normalise';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { voicesOf } from '@/utils/paper/voices';
import { present } from '@/utils/present';

const at = (minute: number) => new Date(Date.UTC(2026, 8, 28, 6, minute)).toISOString();

function paperOf(card: Partial<PaperCard>, minute: number): Paper {
  const statement = normalise({ site: 'arxiv', identifiers: {}, ...card }, at(minute));
  if (!statement) throw new Error('nothing said');
  return createPaper(statement, `paper-${minute}`, at(minute));
}

const ARXIV = {
  title: 'Lamps on boats',
  authors: ['Ada Berg', 'Bo Cai'],
  identifiers: { arxiv: '1801.00001' },
};
const DBLP = { site: 'dblp', title: 'Lamps on Boats.', publishedAt: '2018', identifiers: {} };

test('what each source said, with the identifiers of the record', () => {
  const voices = voicesOf(unite(paperOf(ARXIV, 0), paperOf(DBLP, 1)));
  const { site: _, ...dblp } = DBLP;
  const url = 'https://arxiv.org/abs/1801.00001';
  expect(voices).toEqual([
    { ...ARXIV, url },
    { ...dblp, identifiers: ARXIV.identifiers },
  ]);
});

test('what a source says later stands beside what it had said', () => {
  const voices = voicesOf(
    unite(paperOf({ title: 'Lamps' }, 0), paperOf({ title: 'Lamps', authors: ['Ada Berg'] }, 1)),
  );
  expect(voices.map(({ title, authors }) => present({ title, authors }))).toEqual([
    { title: 'Lamps' },
    { title: 'Lamps', authors: ['Ada Berg'] },
  ]);
});

test('what the person typed is a voice, too', () => {
  const paper = { ...paperOf(DBLP, 0), title: 'My boats', edited: ['title'] };
  expect(voicesOf(paper).map(({ title }) => title)).toContain('My boats');
});

test('a statement and a record without claims have one voice', () => {
  const statement = normalise({ site: 'arxiv', ...ARXIV }, at(0));
  if (!statement) throw new Error('nothing said');
  expect(voicesOf(saidBy(statement))).toEqual([saidBy(statement)]);
  const bare = { ...paperOf(DBLP, 0), origins: {} };
  expect(voicesOf(bare)).toEqual([bare]);
});

test('what nobody is known to have said belongs to every voice', () => {
  const paper = { ...paperOf({ title: 'Lamps' }, 0), authors: ['Ada Berg'] };
  expect(voicesOf(paper).map(({ title, authors }) => [title, authors])).toEqual([['Lamps', ['Ada Berg']]]);
});
