// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { papersIn } from '@/utils/reading/collect/split';
import { lookThrough } from '@/utils/reading/collect/walk';
import { parse } from '../sites/read-fixture';

const arxiv = (text: string) => `<a href="https://arxiv.org/abs/2601.00001">${text}</a>`;
const doi = (text: string) => `<a href="https://doi.org/10.5555/a">${text}</a>`;

test.each([
  ['one title and its copies', `<li>${arxiv('A Title of Words')} ${doi('doi')}</li>`, 1],
  ['links without titles, side by side', `<p>${arxiv('pdf')}, ${doi('doi')}</p>`, 1],
  ['the same title twice', `<li>${arxiv('A Title of Words')} ${doi('A title of words')}</li>`, 1],
  ['two titles', `<li>${arxiv('A Title of Words')} ${doi('Another Title Here')}</li>`, 2],
  [
    'a sentence about a cited paper in an entry',
    `<li>${arxiv('A Title of Words')}, Ada Berg (builds on the method of Cai et al. ${doi('[3]')})</li>`,
    2,
  ],
  [
    'the same behind a title that is no link',
    `<li>A Title of Words ${arxiv('pdf')}, builds on the method of Cai et al. ${doi('[3]')}</li>`,
    2,
  ],
  [
    'the same without a link',
    `<li>${arxiv('A Title of Words')}, Ada Berg (builds on the method of Cai et al., doi:10.5555/a)</li>`,
    2,
  ],
  [
    'the same without any link',
    '<li>A Title of Words, arXiv:2601.00001 (builds on the method of Cai et al., doi:10.5555/a)</li>',
    2,
  ],
  [
    'the same with a link behind a number',
    `<li>A Title of Words, arXiv:2601.00001, builds on the method of Cai et al. ${doi('[3]')}</li>`,
    2,
  ],
  ['numbers side by side', '<li>A Title of Words. Ada Berg. arXiv:2601.00001, doi:10.5555/a.</li>', 1],
  ['few words before a number', `<li>${arxiv('A Title of Words')} (based on ${doi('[3]')})</li>`, 2],
  [
    'names and a venue',
    `<li>${arxiv('A Title of Words')}, Ada Berg, Bo Cai. In Proceedings of the meeting on the fish of cold waters. ${doi('doi')}</li>`,
    1,
  ],
  [
    'a title between links',
    `<li>[${arxiv('arXiv')}] A title of small words that swim. ${doi('[doi]')}</li>`,
    1,
  ],
  [
    'an abstract of its own',
    `<li>${arxiv('A Title of Words')} <p>We ask whether the fish swim.</p> ${doi('doi')}</li>`,
    1,
  ],
  [
    'an abstract in the line',
    `<li>${arxiv('A Title of Words')}. We ask whether the fish swim. [${doi('doi')}]</li>`,
    1,
  ],
  ['words between links in a paragraph', `<p>${arxiv('pdf')} for whoever likes it, ${doi('doi')}</p>`, 2],
])('%s: %s gives %i', async (_, html, count) => {
  const page = parse(`<ul>${html}</ul>`);
  const { mentions } = await lookThrough(page, new URL('https://example.org/'), async () => {});
  const nodes = [...page.querySelectorAll('li, p')];
  expect(papersIn({ mentions, nodes, prose: false, free: false })).toHaveLength(count);
});
