import { describe, expect, test } from 'vitest';
import { tagChoices } from '@/components/paper/tag-choices';
import { at } from '@/tests/storage/cards';

/** Tags, the one used last in front. */
const known = (...tags: string[]) =>
  tags.map((tag, place) => ({ tag, count: place + 1, usedAt: at(-place) }));
const offered = (tags: readonly string[], has: readonly string[], typed: string) =>
  tagChoices(known(...tags), has, typed).map(({ tag, count }) => (count === undefined ? `new ${tag}` : tag));

test('before anything is typed, the tags that were used last are offered, with their counts', () => {
  expect(tagChoices([...known('optics', 'tides')].reverse(), [], '')).toEqual([
    { tag: 'optics', count: 1 },
    { tag: 'tides', count: 2 },
  ]);
});

test('eight are offered at most', () => {
  const many = Array.from({ length: 20 }, (_, place) => `tag ${place}`);
  expect(offered(many, [], '')).toEqual(many.slice(0, 8));
});

test('tags that the paper has are not offered, however they are written', () => {
  expect(offered(['Optics', 'tides'], ['óptics'], '')).toEqual(['tides']);
});

test('tags that differ by a sign from those that the paper has are offered', () => {
  expect(offered(['C', '⭐'], ['C++', '📌'], '')).toEqual(['C', '⭐']);
});

describe('what is typed', () => {
  test('finds tags that begin with it, then those with a word that does, then those with it inside', () => {
    const tags = ['biostatistics', 'reading/stats', 'to-stack', 'Stars'];
    expect(offered(tags, [], 'sta')).toEqual([
      'Stars',
      'reading/stats',
      'to-stack',
      'biostatistics',
      'new sta',
    ]);
  });

  test('finds tags however their case and accents are written', () => {
    expect(offered(['Théorie'], [], 'THEO')).toEqual(['Théorie', 'new THEO']);
  });

  test.each([
    ['is offered as a new tag, trimmed', [], [], '  optics ', ['new optics']],
    ['is not if the library has it in another spelling', ['Óptics'], [], 'optics', ['Óptics']],
    ['is not if the paper has it', ['optics'], ['Optics'], 'optics', []],
    ['is if a tag differs by a sign', ['C++', 'to do'], [], 'C', ['C++', 'new C']],
    ['is if it has no letters', ['⭐'], [], '📌', ['new 📌']],
    ['is not if it is but spaces', ['optics'], [], '   ', ['optics']],
  ])('%s', (_, tags, has, typed, expected) => {
    expect(offered(tags, has, typed)).toEqual(expected);
  });
});
