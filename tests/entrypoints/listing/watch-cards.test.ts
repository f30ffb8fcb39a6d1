// @vitest-environment happy-dom
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { isHost } from '@/entrypoints/listing/buttons/host';
import { watchCards } from '@/entrypoints/listing/watch-cards';

const list = document.createElement('main');

function makeCard(name: string): HTMLElement {
  const card = document.createElement('article');
  card.id = name;
  const link = document.createElement('a');
  link.href = `/papers/${name}`;
  link.append(name);
  card.append(link);
  return card;
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

beforeEach(() => {
  list.replaceChildren(makeCard('one'), makeCard('two'), document.createElement('footer'));
  document.body.replaceChildren(list);
});

/** What is told after each change: the ids of the touched cards. */
function watch() {
  const told: string[][] = [];
  const stop = watchCards(document, 'article', isHost, (touched) =>
    told.push([...touched].map(({ id }) => id).sort()),
  );
  onTestFinished(stop);
  return { told, stop };
}

/** Long enough for changes to be gathered and told. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 90));

describe('told is', () => {
  test.each<[string, string[], () => void]>([
    ['a card that is added', ['three'], () => list.append(makeCard('three'))],
    [
      'every card in what is added',
      ['four', 'three'],
      () => {
        const section = document.createElement('section');
        section.append(makeCard('three'), makeCard('four'));
        list.append(section);
      },
    ],
    [
      'a card that is used for another paper',
      ['one'],
      () => find('#one a').setAttribute('href', '/papers/x'),
    ],
    [
      'a card whose text is changed in place',
      ['one'],
      () => {
        (find('#one a').firstChild as Text).data = 'Another title';
      },
    ],
    ['a card whose text is replaced', ['two'], () => find('#two a').replaceChildren('Another title')],
    ['a card that loses a part', ['one'], () => find('#one a').remove()],
    ['a card that moves', ['one'], () => list.append(find('#one'))],
    ['that cards have gone, with none of them', [], () => find('#one').remove()],
    [
      'a re-rendered list as one change',
      ['five', 'four', 'three'],
      () => list.replaceChildren(makeCard('three'), makeCard('four'), makeCard('five')),
    ],
  ])('%s', async (_, expected, change) => {
    const { told } = watch();
    change();
    await vi.waitFor(() => expect(told).toEqual([expected]));
  });

  test('a card from which our host was taken', async () => {
    find('#one').append(document.createElement('offprint-save'));
    const { told } = watch();
    find('offprint-save').remove();
    await vi.waitFor(() => expect(told).toEqual([['one']]));
  });

  test('what happens in quick succession, at once', async () => {
    const { told } = watch();
    find('#one a').setAttribute('href', '/papers/x');
    await new Promise((resolve) => setTimeout(resolve, 5));
    list.append(makeCard('three'));
    await aWhile();
    expect(told).toEqual([['one', 'three']]);
  });

  test('what happens later, later', async () => {
    const { told } = watch();
    list.append(makeCard('three'));
    await aWhile();
    list.append(makeCard('four'));
    await vi.waitFor(() => expect(told).toEqual([['three'], ['four']]));
  });
});

describe('not told is', () => {
  test.each<[string, () => void]>([
    ['our own button', () => find('#one').append(document.createElement('offprint-save'))],
    ['our own control', () => document.body.append(document.createElement('offprint-save-all'))],
    ['a style', () => find('#one').setAttribute('style', 'position: relative')],
    ['a class', () => find('#one').setAttribute('class', 'seen')],
  ])('%s', async (_, change) => {
    const { told } = watch();
    change();
    await aWhile();
    expect(told).toEqual([]);
    list.append(makeCard('three')); // others still are
    await vi.waitFor(() => expect(told).toEqual([['three']]));
  });

  test('an element of the page only because it stands beside one of ours', async () => {
    const { told } = watch();
    list.append(document.createElement('offprint-save'), makeCard('three'));
    await vi.waitFor(() => expect(told).toEqual([['three']]));
  });

  test('anything after it stopped, also what had just happened', async () => {
    const { told, stop } = watch();
    list.append(makeCard('three'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    list.append(makeCard('four'));
    await aWhile();
    expect(told).toEqual([]);
  });
});
