import { expect, test } from 'vitest';
import { cardOfLink } from '@/utils/reading/copied-text/link-card';

const ABS = 'https://arxiv.org/abs/2609.00001';

test.each<[string, string, string | undefined, object | undefined]>([
  [
    'a known address and its title',
    ABS,
    'Lanterns over a quiet harbour',
    { site: 'text', identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour', url: ABS },
  ],
  ['a known address alone', ABS, undefined, { site: 'text', identifiers: { arxiv: '2609.00001' }, url: ABS }],
  [
    'a label is no title',
    'https://arxiv.org/pdf/2609.00001',
    'Read the PDF',
    { site: 'text', identifiers: { arxiv: '2609.00001' }, url: 'https://arxiv.org/pdf/2609.00001' },
  ],
  [
    'an identifier is no title',
    ABS,
    'arXiv:2609.00001',
    { site: 'text', identifiers: { arxiv: '2609.00001' }, url: ABS },
  ],
  [
    'any address, with a title',
    'https://lab.example/lanterns?utm_source=mail#top',
    '  Lanterns over\n a quiet harbour ',
    {
      site: 'text',
      identifiers: {},
      title: 'Lanterns over a quiet harbour',
      url: 'https://lab.example/lanterns',
    },
  ],
  ['any address without one', 'https://lab.example/lanterns', undefined, undefined],
  ['any address with a label', 'https://lab.example/lanterns', 'more', undefined],
  ['mail', 'mailto:ada@lab.example', 'Lanterns over a quiet harbour', undefined],
  ['a script', 'javascript:alert(1)', 'Lanterns over a quiet harbour', undefined],
  ['no address', 'lanterns', 'Lanterns over a quiet harbour', undefined],
])('%s', (_, address, text, card) => {
  expect(cardOfLink(address, text)).toEqual(card);
});
