import { expect, test } from 'vitest';
import { Draft } from '@/storage/change/draft';
import { withoutOthers } from '@/storage/change/without-others';
import { createPaper, unite } from '@/utils/paper/merge';
import { normalise } from '@/utils/paper/normalise';
import { withWord } from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import { at, card } from '../cards';

const OWN = paper('doi:10.1234/a', { title: 'Lamps', identifiers: { doi: '10.1234/a' } }, 1);
const OTHER = paper('doi:10.1234/b', { title: 'Boats', venue: 'ICML', identifiers: { doi: '10.1234/b' } }, 2);
const JOIN = '0mukua0yo009session002';

function paper(id: string, said: Parameters<typeof card>[0], minute: number): Paper {
  const statement = normalise(card(said), at(minute));
  if (!statement) throw new Error('nothing said');
  return createPaper(statement, id, at(minute));
}

/** A library in which the person told the two apart after another copy had made them one. */
function draftWith(other: Paper = OTHER): Draft {
  const draft = new Draft();
  draft.load('papers', {
    ...withWord(OWN, other.id, 'apart'),
    stamps: { [`apart:${other.id}`]: '0mukua0yo010session001' },
  });
  draft.load('papers', {
    ...withWord(other, OWN.id, 'apart'),
    stamps: { [`apart:${OWN.id}`]: '0mukua0yo010session001' },
  });
  return draft;
}

/** The record that the other copy made of both. */
function joined(more: Partial<Paper> = {}): Paper {
  const one = withWord(unite(OWN, OTHER), OTHER.id, 'same');
  return { ...one, tags: ['yours'], stamps: { [`apart:${OTHER.id}`]: JOIN, 'tag:yours': JOIN }, ...more };
}

const cleared = (copy: Paper, draft = draftWith()) =>
  withoutOthers(draft, { paper: copy, sightings: [], keys: ['title:boats'] }, draft.get('papers', OWN.id));

test('what a join brought is left out, whoever said it', () => {
  const { paper: one, keys } = cleared(joined());
  expect(one).toMatchObject({ identifiers: OWN.identifiers, title: 'Lamps', tags: [] });
  expect(one).not.toHaveProperty('venue');
  expect(one.origins).not.toHaveProperty('venue');
  expect(keys).toEqual([]);
});

test('what was changed since stays', () => {
  const since = '0mukua0yo011session002';
  const stamps = { ...joined().stamps, 'tag:mine': since, status: since };
  const { paper: one } = cleared(joined({ tags: ['yours', 'mine'], status: 'read', stamps }));
  expect(one).toMatchObject({ tags: ['mine'], status: 'read', stamps: { 'tag:mine': since, status: since } });
});

test('an identifier that both have stays with both', () => {
  const book = { ...OTHER, identifiers: { doi: ['10.1234/a', '10.1234/b'] } };
  const { paper: one } = cleared(joined(), draftWith(book));
  expect(one.identifiers).toEqual(OWN.identifiers);
});

test('a later “one paper” leaves all of it', () => {
  const copy = joined({ stamps: { [`apart:${OTHER.id}`]: '0mukua0yo012session002' } });
  expect(cleared(copy).paper).toBe(copy);
});

test('a copy of what is not here is left as it is', () => {
  const copy = { paper: joined(), sightings: [] };
  expect(withoutOthers(draftWith(), copy, undefined)).toBe(copy);
});
