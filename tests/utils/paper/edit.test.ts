import { describe, expect, test } from 'vitest';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { applyEdit, editsOf, Unfit } from '@/utils/paper/edit';
import type { Patch } from '@/utils/paper/patch';
import type { Paper } from '@/utils/paper/schema';

const HF = { site: 'huggingface', trust: 2, at: at(0) } as const;
const PAPER = storedPaper({
  id: 'arxiv:2609.00001',
  identifiers: { arxiv: '2609.00001' },
  title: 'Lanterns',
  tags: ['ML'],
  origins: { title: HF },
});

function edited(patch: Patch, paper: Paper = PAPER): Paper {
  return editsOf(patch).reduce((one, edit) => applyEdit(one, edit, at(9)), paper);
}

function unfit(patch: Patch): string | undefined {
  try {
    editsOf(patch);
    return undefined;
  } catch (error) {
    return error instanceof Unfit ? `${error.code} ${error.field}` : String(error);
  }
}

describe('typed values', () => {
  test.each<[NonNullable<Patch['set']>, Partial<Paper>]>([
    [{ title: '  Lamps\n at sea ' }, { title: 'Lamps at sea' }],
    [{ abstract: 'One\ntwo\n\nthree' }, { abstract: 'One two\n\nthree' }],
    [{ authors: ['Ada Lovelace,', ' '] }, { authors: ['Ada Lovelace'] }],
    [{ publishedAt: '2024-02-29' }, { publishedAt: '2024-02-29' }],
    [{ publishedAt: '2024' }, { publishedAt: '2024' }],
    [{ url: 'HTTPS://A.example/x' }, { url: 'https://a.example/x' }],
    [{ type: 'thesis' }, { type: 'thesis' }],
    [{ isbn: ['9780000000002', '9780000000002'] }, { isbn: ['9780000000002'] }],
    [{ status: 'reading' }, { status: 'reading' }],
    [{ starred: true }, { starred: true }],
  ])('%j is kept as %j', (set, kept) => {
    expect(edited({ set })).toMatchObject(kept);
  });

  test.each<[Patch, string]>([
    [{ set: { title: ' \u200b' } }, 'noTitle title'],
    [{ set: { title: '' } }, 'noTitle title'],
    [{ clear: ['title'] }, 'noTitle title'],
    [{ set: { title: 'x'.repeat(1001) } }, 'badValue title'],
    [{ set: { abstract: 'x'.repeat(20_001) } }, 'badValue abstract'],
    [{ set: { authors: ['x'.repeat(201)] } }, 'badValue authors'],
    [{ set: { authors: Array.from({ length: 5001 }, (_, i) => `A${i}`) } }, 'badValue authors'],
    [{ set: { isbn: Array.from({ length: 21 }, (_, i) => `${i}`) } }, 'badValue isbn'],
    [{ set: { publishedAt: '2026-02-31' } }, 'badValue publishedAt'],
    [{ set: { publishedAt: '2026-13' } }, 'badValue publishedAt'],
    [{ set: { publishedAt: 'yesterday' } }, 'badValue publishedAt'],
    [{ set: { url: 'javascript:alert(1)' } }, 'badValue url'],
    [{ set: { code: 'nowhere' } }, 'badValue code'],
    [{ add: { tags: [' '] } }, 'badValue tags'],
    [{ add: { tags: ['\u200d'] } }, 'badValue tags'],
    [{ add: { tags: ['x'.repeat(101)] } }, 'badValue tags'],
    [{ add: { identifiers: [{ kind: 'doi', value: 'none' }] } }, 'badValue identifiers'],
    [{ add: { identifiers: [{ kind: 'arxiv', value: '2613.00001' }] } }, 'badValue identifiers'],
    [{ add: { identifiers: [{ kind: 'title', value: 'x' }] } }, 'badValue identifiers'],
  ])('%j is refused: %s', (patch, words) => {
    expect(unfit(patch)).toBe(words);
  });

  test('an empty text or list clears its field', () => {
    const paper = { ...PAPER, venue: 'ICML', authors: ['A'] };
    const cleared = edited({ set: { venue: ' ', authors: [] } }, paper);
    expect(cleared).toMatchObject({ authors: [], edited: ['authors', 'venue'] });
    expect(cleared).not.toHaveProperty('venue');
  });
});

describe('what is the same already is no edit', () => {
  test.each<[Patch]>([
    [{ set: { title: 'Lanterns', status: 'unread', starred: false } }],
    [{ set: { venue: '', authors: [] } }],
    [{ clear: ['venue', 'authors'] }],
    [{ add: { tags: ['ml'], identifiers: [{ kind: 'arxiv', value: 'arXiv:2609.00001v3' }] } }],
    [{ remove: { tags: ['other'], identifiers: [{ kind: 'doi', value: '10.1234/a' }] } }],
    [{ restore: ['title', 'venue', 'identifiers'] }],
  ])('%j', (patch) => {
    expect(edited(patch)).toBe(PAPER);
  });

  test('but a day that was inferred is confirmed', () => {
    const inferred: Paper = { ...PAPER, publishedAt: '2026', publishedAtInferred: true };
    const confirmed = edited({ set: { publishedAt: '2026' } }, inferred);
    expect(confirmed.edited).toEqual(['publishedAt']);
    expect(confirmed).not.toHaveProperty('publishedAtInferred');
  });
});

test('tags come and go in any spelling', () => {
  expect(edited({ add: { tags: ['to read', 'To Read'] } }).tags).toEqual(['ML', 'to read']);
  expect(edited({ remove: { tags: ['ml'] } }).tags).toEqual([]);
});

test('identifiers are brought into one form, and locked', () => {
  const value = 'https://doi.org/10.18653/V1/P19-1001.';
  const added = edited({ add: { identifiers: [{ kind: 'doi', value }] } });
  expect(added).toMatchObject({
    identifiers: { arxiv: '2609.00001', doi: '10.18653/v1/p19-1001', acl: 'p19-1001' },
    edited: ['identifiers'],
  });
  const removed = edited({ remove: { identifiers: [{ kind: 'doi', value }] } }, added);
  expect(removed.identifiers).toEqual({ arxiv: '2609.00001', acl: 'p19-1001' });
  expect(edited({ restore: ['identifiers'] }, removed).edited).toEqual([]);
});
