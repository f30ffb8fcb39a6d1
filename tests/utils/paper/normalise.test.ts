import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, paperCard } from '@/tests/arbitraries';
import { httpUrl } from '@/utils/paper/clean-field';
import { FIELDS } from '@/utils/paper/fields';
import { createPaper } from '@/utils/paper/merge';
import { COPIED, normalise } from '@/utils/paper/normalise';
import { Paper, type PaperCard, Sighting } from '@/utils/paper/schema';

const NOW = '2026-10-02T08:00:00.000Z';
const CARD: PaperCard = {
  site: 'huggingface',
  listing: 'https://a.example/list',
  identifiers: { arxiv: '2609.12345v2' },
};

function values(card: Partial<PaperCard>) {
  return normalise({ ...CARD, ...card }, NOW)?.values;
}

describe('normalise', () => {
  test.each([
    ['line breaks in a title', { title: 'Deep\n  Sets' }, { title: 'Deep Sets' }],
    ['control and bidi characters', { title: 'Deep\0 \u202eSets\u202c' }, { title: 'Deep Sets' }],
    ['hard line breaks in an abstract', { abstract: 'one\ntwo\n\nthree' }, { abstract: 'one two\n\nthree' }],
    ['markup, which stays text', { title: '<img src=x>' }, { title: '<img src=x>' }],
    [
      'names',
      { authors: [' Ada\nLovelace,', '', 'Grace Hopper ;', '\u200b'] },
      { authors: ['Ada Lovelace', 'Grace Hopper'] },
    ],
    ['a number of authors beside their names', { authors: ['Ada'], authorCount: 9 }, { authors: ['Ada'] }],
    ['a number of authors alone', { authors: [' '], authorCount: 9 }, { authorCount: 9 }],
    ['a day', { publishedAt: '2026-09-28' }, { publishedAt: '2026-09-28' }],
    ['a month', { publishedAt: '2026-09' }, { publishedAt: '2026-09' }],
    ['a year', { publishedAt: '2026' }, { publishedAt: '2026' }],
    ['a day that never was', { publishedAt: '2026-02-30' }, {}],
    ['empty texts', { title: ' ', venue: '', organization: '\n', abstract: '\n\n' }, {}],
    ['addresses', { code: ' https://GitHub.com/a b ' }, { code: 'https://github.com/a%20b' }],
    ['addresses that run code', { code: 'javascript:alert(1)', project: ' JaVaScRiPt:alert(1)' }, {}],
    ['addresses without a web', { code: 'data:text/html,x', project: 'file:///etc/passwd' }, {}],
    ['relative addresses', { code: '/a/b', project: '//host/x' }, {}],
    ['addresses without end', { code: `https://a.example/${'x'.repeat(3000)}` }, {}],
  ])('cleans %s', (_, card, expected) => {
    const { url: _url, ...rest } = values(card) ?? {};
    expect(rest).toEqual(expected);
  });

  test.each([
    ['title', 'x'.repeat(10_000), FIELDS.title.limit],
    ['abstract', 'x'.repeat(20_000), FIELDS.abstract.limit],
    ['abstract', 'x'.repeat(30_000), FIELDS.abstract.limit],
    ['organization', 'x'.repeat(10_000), FIELDS.venue.limit],
    ['venue', 'x'.repeat(10_000), FIELDS.venue.limit],
  ] as const)('keeps of a long %s what fits', (field, text, limit) => {
    const kept = values({ [field]: text })?.[field] ?? '';
    expect(kept).toHaveLength(limit);
    expect(kept.endsWith('…')).toBe(text.length > limit);
  });

  test('keeps of a long name what fits', () => {
    expect(values({ authors: ['x'.repeat(2000)] })?.authors?.[0]).toHaveLength(FIELDS.authors.limit);
  });

  test.each([
    ['its arXiv page', { arxiv: '2609.12345v2', doi: '10.1000/x' }, 'https://arxiv.org/abs/2609.12345'],
    ['its DOI', { doi: '10.1000/X' }, 'https://doi.org/10.1000/x'],
    ['the page it was met on', { openreview: 'x' }, 'https://a.example/paper'],
    ['no DOI that resolves nowhere', { doi: '10.5555/3491440.3491756' }, 'https://a.example/paper'],
  ])('gives as address %s', (_, identifiers, expected) => {
    expect(values({ identifiers, url: 'https://a.example/paper' })?.url).toBe(expected);
  });

  test.each([
    ['no id, no title and no abstract', { identifiers: {} }],
    ['only a broken id', { identifiers: { arxiv: 'nonsense' } }],
    ['a title without content', { identifiers: {}, title: ' \u200b ' }],
  ])('refuses a card with %s', (_, card) => {
    expect(normalise({ ...CARD, ...card }, NOW)).toBeUndefined();
  });

  test('trusts embedded data more than what is shown', () => {
    const statement = normalise(
      { ...CARD, title: 'Shown', abstract: 'Sent', embedded: ['abstract', 'authors'] },
      NOW,
    );
    expect(statement?.trust).toEqual({ title: 2, abstract: 3, url: 3 });
  });

  test('notes the sighting apart from the paper', () => {
    const seen = { listedAt: '2026-10-01', upvotes: 0, comments: 3, submitter: ' ada ' };
    expect(normalise({ ...CARD, ...seen }, NOW)?.sighting).toEqual({
      ...seen,
      submitter: 'ada',
      site: 'huggingface',
      url: 'https://a.example/list',
      seenAt: NOW,
    });
  });

  test.each([
    ['no listing', undefined],
    ['an empty listing', ''],
    ['a listing that runs code', 'javascript:alert(1)'],
  ])('notes no sighting of a card with %s, and hears what it says', (_, listing) => {
    const { listing: __, ...rest } = CARD;
    const statement = normalise(
      { ...rest, ...(listing !== undefined && { listing }), title: 'Deep Sets' },
      NOW,
    );
    expect(statement?.values.title).toBe('Deep Sets');
    expect(statement).not.toHaveProperty('sighting');
  });

  test('notes when a statement was made', () => {
    expect(normalise(CARD, NOW)?.at).toBe(NOW);
  });

  test('trusts copied text less than what a page shows', () => {
    const said = { title: 'Deep Sets', abstract: 'Short.', venue: 'NeurIPS' };
    expect(normalise({ ...CARD, ...said, site: COPIED, identifiers: {} }, NOW)?.trust).toEqual({
      title: 1,
      abstract: 1,
      venue: 1,
    });
  });

  test('lets a namespace through only if the library knows its form', () => {
    const statement = normalise(
      { ...CARD, title: 'x', identifiers: { 'No Name!': 'x', openreview: 'a\u202eb\nc' } },
      NOW,
    );
    expect(statement?.identifiers).toEqual({ openreview: 'ab c' });
  });

  test.each(['title', 'abstract'])('lets no identifier pose as the %s', (namespace) => {
    const identifiers = { arxiv: '2609.12345', [namespace]: 'deepsets' };
    expect(normalise({ ...CARD, identifiers }, NOW)?.identifiers).toEqual({ arxiv: '2609.12345' });
  });

  test('turns every card into what the library may keep, or refuses it', () => {
    fc.assert(
      fc.property(paperCard, moment, (card, now) => {
        const statement = normalise(card, now);
        if (!statement) return;
        const paper = createPaper(statement, 'title:x', now);
        expect(Paper.safeParse(paper).error?.issues ?? []).toEqual([]);
        const sighting = statement.sighting && { ...statement.sighting, paper: 'title:x' };
        expect(Sighting.optional().safeParse(sighting).error?.issues ?? []).toEqual([]);
        const { abstract = '', ...oneLiners } = statement.values;
        expect(abstract.replaceAll('\n\n', '')).not.toMatch(/\p{Cc}/u);
        expect(
          [oneLiners, statement.sighting]
            .flatMap(strings)
            .filter((text) => /\p{Cc}|\p{Bidi_Control}/u.test(text)),
        ).toEqual([]);
      }),
    );
  });
});

describe('httpUrl', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['a.example', undefined],
    ['HTTP://A.example', 'http://a.example/'],
    ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
    ['java\nscript:alert(1)', undefined],
    ['blob:https://a.example/x', undefined],
    ['ftp://a.example/', undefined],
  ])('makes of %j %j', (text, expected) => {
    expect(httpUrl(text)).toBe(expected);
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
