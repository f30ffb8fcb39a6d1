import { expect, test } from 'vitest';
import { readNote } from '@/utils/formats/markdown-notes/read-note';

test('a page that was clipped', () => {
  const text = `---
title: "Lanterns over a quiet harbour"
source: "https://arxiv.org/abs/2601.00001"
author:
  - "[[Maria Glas]]"
  - "[[people/Ivo Lum|Ivo Lum]]"
published: 2026-01-04
created: 2026-02-01
description: "Light."
tags:
  - "clippings"
---
## Abstract

The page's own text.
`;
  expect(readNote(text)).toEqual({
    card: {
      site: 'markdown',
      title: 'Lanterns over a quiet harbour',
      authors: ['Maria Glas', 'Ivo Lum'],
      publishedAt: '2026-01-04',
      abstract: 'Light.',
      identifiers: { arxiv: '2601.00001' },
      url: 'https://arxiv.org/abs/2601.00001',
    },
    tags: ['clippings'],
    childNotes: ["## Abstract\n\nThe page's own text."],
    savedAt: '2026-02-01T00:00:00.000Z',
  });
});

test('a note that a person keeps of a paper', () => {
  const text = `---
citekey: "@glas2026"
Journal: Lamps
year: 2026
doi: https://doi.org/10.1000/A
arxiv: 1706.03760
keywords: oil
---
# Lanterns

- mine
`;
  expect(readNote(text, 'glas2026')).toEqual({
    card: {
      site: 'markdown',
      title: 'Lanterns',
      venue: 'Lamps',
      publishedAt: '2026',
      identifiers: { doi: '10.1000/a', arxiv: '1706.03760' },
    },
    tags: ['oil'],
    note: '- mine',
    key: 'glas2026',
  });
});

test('the name of the file is the title of a paper that has no other', () => {
  expect(readNote('---\ndoi: 10.1000/a\n---\n', 'Lanterns')?.card.title).toBe('Lanterns');
});

test.each([
  ['a diary', '---\ndate: 2026-01-01\ntags: diary\n---\nToday\n'],
  ['no properties', '# Lanterns\n\nText'],
  ['empty ones', '---\ndoi:\nauthor: ""\n---\n'],
])('%s is no note about a paper', (_, text) => {
  expect(readNote(text, 'Lanterns')).toBeUndefined();
});
