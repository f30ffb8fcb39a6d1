// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { broughtIn } from '@/components/browser/brought';

interface Data {
  files?: File[];
  [kind: `text/${string}`]: string;
}

function transfer({ files = [], ...texts }: Data): DataTransfer {
  const kinds = texts as Record<string, string>;
  return { files, getData: (kind: string) => kinds[kind] ?? '' } as unknown as DataTransfer;
}

const URL = 'https://arxiv.org/abs/2609.00001';

test.each<[string, Data, string | undefined]>([
  ['text', { 'text/plain': 'Lanterns\n' }, 'Lanterns\n'],
  ['nothing', {}, undefined],
  ['blanks', { 'text/plain': ' \n' }, undefined],
  ['a link', { 'text/uri-list': URL, 'text/plain': URL }, URL],
  [
    'a link with its words',
    {
      'text/uri-list': `# a comment\r\n${URL}\r\n`,
      'text/html': `<a href="${URL}">Lanterns <b>at sea</b></a>`,
    },
    `Lanterns at sea\n${URL}`,
  ],
  [
    'links, some without words',
    { 'text/uri-list': `${URL}\n${URL}2`, 'text/html': `<a href="${URL}2">${URL}2</a>` },
    `${URL}\n\n${URL}2`,
  ],
  ['a link that is none of the web', { 'text/uri-list': 'javascript:alert(1)', 'text/plain': 'a' }, 'a'],
])('%s is read as text', (_, data, text) => {
  expect(broughtIn(transfer(data))).toEqual(text === undefined ? undefined : { text });
});

test('files come before text', async () => {
  const [one, two] = [new File(['{}'], 'one.json'), new File(['{}'], 'two.json')];
  const brought = broughtIn(transfer({ files: [one, two], 'text/plain': 'one.json' }));
  expect(await (brought as { files: Promise<File[]> }).files).toEqual([one, two]);
});

test('without anything, nothing is read', () => {
  expect(broughtIn(null)).toBeUndefined();
});
