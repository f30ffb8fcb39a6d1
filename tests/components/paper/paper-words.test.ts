import { describe, expect, test } from 'vitest';
import { excerptOf, titleOf } from '@/components/paper/paper-words';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const paper = (fields: Partial<Paper>) => storedPaper({ id: 'doi:10.1/x', ...fields });
const none = new Set<string>();

describe('the name of a paper', () => {
  test.each<[string, Partial<Paper>, string]>([
    ['title', { title: 'Salt', abstract: 'Roads.' }, 'Salt'],
    ['title with TeX', { title: String.raw`$\alpha$-stable Schr\"odinger` }, 'α-stable Schrödinger'],
    [
      'abstract without a title',
      { abstract: 'How roads stay $n$ days quiet.' },
      'How roads stay n days quiet.',
    ],
    ['number without either', { identifiers: { arxiv: '2609.00001' } }, 'arxiv:2609.00001'],
    ['lack of all', {}, 'Title missing'],
  ])('is taken from the %s', (_, fields, expected) => {
    expect(titleOf(paper(fields))).toBe(expected);
  });

  test('is short if there is a long abstract only', () => {
    const title = titleOf(paper({ abstract: 'quiet roads '.repeat(100) }));
    expect(title.length).toBeLessThan(90);
    expect(title).toMatch(/^quiet roads .* …$/);
  });
});

describe('the excerpt', () => {
  const abstract = `${'quiet roads '.repeat(60)}end on salt`;

  test('is the best place for the terms', () => {
    expect(excerptOf(paper({ title: 'Salt', abstract }), new Set(['salt']))).toMatch(/^… .* end on salt$/);
    expect(excerptOf(paper({ title: 'Salt', abstract: 'About $n^2$.' }), none)).toBe('About n².');
    expect(excerptOf(paper({ title: 'Salt' }), none)).toBe('');
  });

  test('of a paper without a title goes on where its name ends', () => {
    const text = Array.from({ length: 40 }, (_, place) => `w${place}`).join(' ');
    const [title, excerpt] = [titleOf(paper({ abstract: text })), excerptOf(paper({ abstract: text }), none)];
    expect(`${title}${excerpt}`.replace(' …… ', ' ')).toBe(text);
    expect(excerptOf(paper({ abstract }), new Set(['salt']))).toMatch(/^… .* end on salt$/);
    expect(excerptOf(paper({ abstract: 'Roads.' }), none)).toBe('');
  });
});
