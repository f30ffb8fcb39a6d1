// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { papersIn } from '@/utils/collect/split';
import { lookThrough } from '@/utils/collect/walk';
import { parse } from '../sites/read-fixture';

const arxiv = (text: string) => `<a href="https://arxiv.org/abs/2601.00001">${text}</a>`;
const doi = (text: string) => `<a href="https://doi.org/10.5555/a">${text}</a>`;

test.each([
  ['one title and its copies', `<li>${arxiv('A Title of Words')} ${doi('doi')}</li>`, 1],
  ['links without titles, side by side', `<p>${arxiv('pdf')}, ${doi('doi')}</p>`, 1],
  ['the same title twice', `<li>${arxiv('A Title of Words')} ${doi('A title of words')}</li>`, 1],
  ['two titles', `<li>${arxiv('A Title of Words')} ${doi('Another Title Here')}</li>`, 2],
  ['words between links in a paragraph', `<p>${arxiv('pdf')} for whoever likes it, ${doi('doi')}</p>`, 2],
])('%s: %s gives %i', async (_, html, count) => {
  const page = parse(`<ul>${html}</ul>`);
  const { mentions } = await lookThrough(page, new URL('https://example.org/'), async () => {});
  const nodes = [...page.querySelectorAll('li, p')];
  expect(papersIn({ mentions, nodes, prose: false, free: false })).toHaveLength(count);
});
