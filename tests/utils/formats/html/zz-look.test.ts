import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { makeLibrary } from '@/tests/bench/papers.mjs';
import { html } from '@/utils/formats/html/html';
import { written } from '../written';

test('x', async () => {
  const TAGS = ['to cite', 'theory', 'vision', 'état de l’art', 'मशीन', 'wichtig', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const big = makeLibrary(5000, new Date('2026-11-20T12:00:00Z')).papers.map((paper, i) => ({
    key: '',
    paper: { ...paper, sources: [], tags: TAGS.filter((_, k) => i % (k * 3 + 2) === 0), venue: i % 3 ? 'NeurIPS' : undefined, note: i % 7 ? undefined : 'Read this one again.\nIt has a good table.' } as never,
  }));
  let t = performance.now();
  const text = await written(html, big, {}, 500);
  console.log(text.length, Buffer.byteLength(text), 'chars', performance.now() - t, 'ms');
  writeFileSync('/tmp/w/html/big.html', text);
  const abstract = 'The dominant sequence transduction models are based on complex recurrent or convolutional neural networks that include an encoder and a decoder. The best performing models also connect the encoder and decoder through an attention mechanism. We propose a new simple network architecture, the Transformer, based solely on attention mechanisms, dispensing with recurrence and convolutions entirely.';
  const base = { identifiers: {}, tags: [], status: 'unread', starred: false, savedAt: '2026-10-02T08:00:00.000Z', edited: [], sources: [], authors: [] };
  const small = [
    { id: 'arxiv:1706.03762', title: 'Attention Is All You Need', authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar', 'Jakob Uszkoreit', 'Llion Jones', 'Aidan N. Gomez', 'Łukasz Kaiser', 'Illia Polosukhin'], abstract, identifiers: { arxiv: '1706.03762' }, url: 'https://arxiv.org/abs/1706.03762', venue: 'NeurIPS', publishedAt: '2017-06-12', tags: ['to cite', 'transformers'], note: 'The one that began it all.\nCompare with Bahdanau.', savedAt: '2026-10-01T08:00:00.000Z' },
    { id: 'title:x', title: '<script>alert(1)</script> & "quotes" </script><!-- in a title', tags: ['a<b>c'] },
    { id: 'title:rtl', title: 'שלום עולם: למידה עמוקה (Deep Learning) בעברית', authors: ['דוד כהן', 'Ada Lovelace'], venue: 'כתב עת', publishedAt: '2020', tags: ['עברית', 'to cite'], url: 'https://a.example/' },
    { id: 'title:long', title: 'Observation of a new particle', authors: Array.from({ length: 3000 }, (_, i) => `G. Aad ${i}`), abstract: 'Short.', publishedAt: '2012-09', doi: 1, identifiers: { doi: '10.1016/j.physletb.2012.08.020' } },
    { id: 'title:n', authorCount: 300 },
    ...Array.from({ length: 12 }, (_, i) => ({ id: `title:${i}`, title: `A study of lamps in winter, part ${i + 1}`, abstract: `${abstract} Lamps are lit.`, authors: ['Ada Moss', 'Bo Berg'], venue: 'Journal of Lamps', publishedAt: `20${10 + i}`, tags: ['lamps', i % 2 ? 'winter' : 'summer'], url: 'https://b.example/' + i })),
  ].map((paper) => ({ key: '', paper: { ...base, ...paper } as never }));
  writeFileSync('/tmp/w/html/small.html', await written(html, small));
});
