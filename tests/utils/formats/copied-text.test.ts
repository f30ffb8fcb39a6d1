import { expect, test } from 'vitest';
import { copiedText } from '@/utils/formats/copied-text';
import { sourceOfText } from '@/utils/formats/parts/source-file';

const CONTEXT = { today: '2026-10-02' };
const TEXT = '- Lanterns over a quiet harbour https://arxiv.org/abs/2609.00001\n';

test('text gives cards, not papers that a library has kept', async () => {
  const reading = await copiedText.read?.(sourceOfText(TEXT), CONTEXT);
  expect(reading).toMatchObject({
    papers: [],
    cards: [{ site: 'text', identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' }],
    refused: [],
  });
});

test('text without papers is read, and has none', async () => {
  expect(await copiedText.read?.(sourceOfText('Good morning'), CONTEXT)).toEqual({
    papers: [],
    cards: [],
    refused: [],
  });
});

test.each([
  ['with zero bytes', `PK\u0003\u0004\0\0${TEXT}`],
  ['that is no UTF-8', `${'\uFFFD'.repeat(50)}${TEXT}`],
])('a file %s is none of text', async (_, text) => {
  expect(await copiedText.read?.(sourceOfText(text), CONTEXT)).toBeUndefined();
});

test('a character that was lost on the way makes a text no binary file', async () => {
  expect((await copiedText.read?.(sourceOfText(`Caf\uFFFD\n${TEXT}`), CONTEXT))?.cards).toHaveLength(1);
});
