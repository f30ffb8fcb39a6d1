import { describe, expect, test } from 'vitest';
import { Draft } from '@/storage/change/draft';
import { nextStamp } from '@/utils/paper/stamp';
import { at } from '../cards';
import { storedPaper } from '../papers';

const STAMP = nextStamp(undefined, 1, 'session001');
const PAPER = storedPaper({ id: 'a:1', title: 'Lanterns over a quiet harbour' });
const SIGHTING = { paper: 'a:1', site: 'arxiv', url: 'https://arxiv.org/list', seenAt: at(0) };

describe('a draft', () => {
  test('that only read has no changes, nor one that puts a row as it was', () => {
    const draft = new Draft();
    draft.load('papers', PAPER);
    expect(draft.changes()).toEqual([]);
    draft.put('papers', { ...PAPER, title: 'Another' });
    draft.put('papers', structuredClone(PAPER));
    expect(draft.changes()).toEqual([]);
  });

  test('tells each changed row once, in the order in which they were first touched', () => {
    const draft = new Draft();
    draft.load('papers', PAPER);
    draft.put('sightings', SIGHTING);
    draft.remove('papers', 'a:1');
    draft.put('sightings', { ...SIGHTING, upvotes: 2 });
    expect(draft.changes()).toEqual([
      {
        table: 'sightings',
        key: ['a:1', 'arxiv', 'https://arxiv.org/list'],
        before: undefined,
        after: { ...SIGHTING, upvotes: 2 },
      },
      { table: 'papers', key: 'a:1', before: PAPER, after: undefined },
    ]);
  });

  test('writes nothing that was made and removed in it, but tells both steps', () => {
    const draft = new Draft();
    draft.put('papers', PAPER);
    draft.remove('papers', 'a:1');
    expect(draft.changes()).toEqual([]);
    expect(draft.steps).toEqual([
      { table: 'papers', key: 'a:1', before: undefined, after: PAPER },
      { table: 'papers', key: 'a:1', before: PAPER, after: undefined },
    ]);
  });

  test('keeps what it decided when the same row is read once more', () => {
    const draft = new Draft();
    draft.load('papers', PAPER);
    draft.remove('papers', 'a:1');
    draft.load('papers', PAPER);
    expect(draft.get('papers', 'a:1')).toBeUndefined();
  });

  test('knows aliases and sightings by what they belong to, as they are now', () => {
    const draft = new Draft();
    draft.load('aliases', { key: 'title:a', paper: 'a:1' });
    draft.put('aliases', { key: 'title:a', paper: 'a:2' });
    draft.put('aliases', { key: 'doi:10.1/b', paper: 'a:1' });
    draft.load('sightings', SIGHTING);
    expect(draft.papersAt('title:a')).toEqual(['a:1', 'a:2']);
    expect(draft.keysTo('a:1')).toEqual(['title:a', 'doi:10.1/b']);
    expect(draft.sightingsOf('a:1')).toEqual([SIGHTING]);
    draft.remove('aliases', ['title:a', 'a:1']);
    draft.remove('sightings', ['a:1', 'arxiv', 'https://arxiv.org/list']);
    expect(draft.papersAt('title:a')).toEqual(['a:2']);
    expect(draft.sightingsOf('a:1')).toEqual([]);
  });

  test('gives no id twice, nor one that a record had', () => {
    const draft = new Draft();
    draft.load('papers', PAPER);
    draft.useIds(['a:2']);
    expect(draft.freeId('a:1', STAMP)).toBe(`a:1~${STAMP}`);
    expect(draft.freeId('a:2', STAMP)).toBe(`a:2~${STAMP}`);
    draft.put('papers', { ...PAPER, id: `a:1~${STAMP}` });
    draft.remove('papers', `a:1~${STAMP}`);
    expect(draft.freeId('a:1', STAMP)).toBe(`a:1~${STAMP}.2`);
    expect(draft.freeId('a:3', STAMP)).toBe('a:3');
    expect(draft.ownId('a:3', STAMP)).toBe(`a:3~${STAMP}`);
  });
});
