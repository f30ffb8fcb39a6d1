import { expect, test } from 'vitest';
import type { PaperCard } from '@/utils/paper/schema';
import { Found } from '@/utils/reading/collect/found';

const card = (more: Partial<PaperCard>): PaperCard => ({ site: 'web', identifiers: {}, ...more });

function gathered(...cards: PaperCard[]): PaperCard[] {
  const found = new Found(new Map());
  for (const [index, one] of cards.entries()) found.add(one, index);
  return found.cards();
}

test('cards with one identifier are one', () => {
  const [one, other] = gathered(
    card({ identifiers: { doi: '10.1234/a' }, title: 'Lamps' }),
    card({ identifiers: { doi: '10.1234/a', arxiv: '2609.00001' }, authors: ['Ada Berg'] }),
  );
  expect(one).toMatchObject({
    identifiers: { doi: '10.1234/a', arxiv: '2609.00001' },
    title: 'Lamps',
    authors: ['Ada Berg'],
  });
  expect(other).toBeUndefined();
});

test('a title joins a card without an identifier', () => {
  const cards = gathered(
    card({ title: 'Lamps in fog', authors: ['Ada Berg'], unsure: true }),
    card({ title: 'Lamps in Fog', identifiers: { doi: '10.1234/a' } }),
  );
  expect(cards).toEqual([
    card({ title: 'Lamps in fog', authors: ['Ada Berg'], identifiers: { doi: '10.1234/a' } }),
  ]);
});

test('other authors, or other identifiers, are another paper', () => {
  expect(
    gathered(card({ title: 'Lamps', authors: ['Ada Berg'] }), card({ title: 'Lamps', authors: ['Bo Cai'] })),
  ).toHaveLength(2);
  const two = ['10.1234/a', '10.1234/b'].map((doi) => card({ title: 'Lamps', identifiers: { doi } }));
  expect(gathered(...two)).toHaveLength(2);
});

test('papers that carry one DOI by mistake, or that of their book, are not one', () => {
  const identifiers = { doi: '10.1234/publisher' };
  const lamps = card({ identifiers, title: 'Management of lamps in fog', authors: ['Ada Berg'] });
  const ferries = card({ identifiers, title: 'The future of ferries', authors: ['Bo Cai'] });
  const salt = card({ identifiers, title: 'Salt on inland roads', authors: ['Eve Dahl'] });
  const again = [lamps, ferries, salt].map((one) => ({ ...one }));
  expect(gathered(lamps, ferries, salt, ...again, card({ identifiers }))).toEqual(again);
});

test('cards come in the order of their places', () => {
  const found = new Found(new Map());
  found.add(card({ title: 'Second' }), 2);
  found.add(card({ title: 'First' }), 1);
  expect(found.cards().map(({ title }) => title)).toEqual(['First', 'Second']);
});

test('what a sentence calls a paper gives way to the title of an entry, and to nothing else', () => {
  const identifiers = { doi: '10.1234/a' };
  const titleOf = (...cards: [title: string | undefined, inPassing: boolean][]) => {
    const found = new Found(new Map());
    for (const [title, inPassing] of cards)
      found.add(card({ identifiers, ...(title && { title }) }), 0, inPassing);
    return found.cards().map((one) => one.title);
  };
  expect(titleOf(['Lamps', true], ['Lamps in fog', false])).toEqual(['Lamps in fog']);
  expect(titleOf(['Lamps', true], ['Lamps again', true])).toEqual(['Lamps']);
  expect(titleOf(['Lamps', true], [undefined, false], ['Lamps in fog', false])).toEqual(['Lamps in fog']);
  expect(titleOf(['Lamps in fog', false], ['Lamps', true], ['Lamps again', false])).toEqual(['Lamps in fog']);
});
