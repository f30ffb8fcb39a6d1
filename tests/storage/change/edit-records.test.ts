import { expect, test } from 'vitest';
import { Draft } from '@/storage/change/draft';
import { editRecords } from '@/storage/change/edit-records';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { editsOf } from '@/utils/paper/edit';
import type { Patch } from '@/utils/paper/patch';

const ONE = storedPaper({ id: 'arxiv:2609.00001', identifiers: { arxiv: '2609.00001' }, starred: true });
const TWO = storedPaper({ id: 'doi:10.1234/b', identifiers: { doi: '10.1234/b' } });

function draftOf(...trashed: (typeof ONE)[]): Draft {
  const draft = new Draft();
  for (const paper of [ONE, TWO]) {
    const row = { id: paper.id, trashedAt: at(1), paper, sightings: [] };
    if (trashed.includes(paper)) draft.load('trash', row);
    else draft.load('papers', paper);
    draft.load('aliases', { key: paper.id, paper: paper.id });
  }
  return draft;
}

const edit = (draft: Draft, ids: readonly string[], patch: Patch) =>
  editRecords(draft, { ids, edits: editsOf(patch), revive: ids.length === 1 }, at(2));

test('tells the steps that changed any of the records', () => {
  const draft = draftOf();
  expect(edit(draft, [ONE.id, TWO.id], { set: { starred: true, status: 'unread' } })).toEqual([
    { field: 'starred', how: 'set', to: true },
  ]);
  expect(draft.steps.map(({ key }) => key)).toEqual([TWO.id]);
  expect(edit(draft, [ONE.id, TWO.id, 'gone'], { set: { starred: true } })).toEqual([]);
});

test('one paper in the trash comes back, many stay there', () => {
  const alone = draftOf(TWO);
  edit(alone, [TWO.id], { add: { tags: ['ml'] } });
  expect(alone.get('papers', TWO.id)).toMatchObject({ tags: ['ml'] });
  const both = draftOf(TWO);
  edit(both, [ONE.id, TWO.id], { add: { tags: ['ml'] } });
  expect(both.get('papers', TWO.id)).toBeUndefined();
  expect(both.get('trash', TWO.id)?.paper.tags).toEqual(['ml']);
});

test('one identifier does not go to two papers', () => {
  const patch = { add: { identifiers: [{ kind: 'doi', value: '10.1234/c' }] } };
  expect(() => edit(draftOf(), [ONE.id, TWO.id], patch)).toThrow('held');
});

test('the key of an identifier that is taken away goes, but not the id', () => {
  const draft = draftOf();
  edit(draft, [ONE.id], { add: { identifiers: [{ kind: 'doi', value: '10.1234/c' }] } });
  expect(draft.papersAt('doi:10.1234/c')).toEqual([ONE.id]);
  const both = [
    { kind: 'doi', value: '10.1234/c' },
    { kind: 'arxiv', value: '2609.00001' },
  ];
  edit(draft, [ONE.id], { remove: { identifiers: both } });
  expect(draft.papersAt('doi:10.1234/c')).toEqual([]);
  expect(draft.papersAt(ONE.id)).toEqual([ONE.id]);
});
