/**
 * Listings cut at any byte, and any text at all. Real ones are looked at where they are at hand (`../shared/listings`;
 * none of their text may enter the repository).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { PaperCard } from '@/utils/paper/schema';
import { readCopiedText } from '@/utils/reading/copied-text/read-copied-text';

const FOLDERS = ['tests/fixtures/copied-text', '../shared/listings'];
const LISTINGS = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) })),
);

function read(text: string) {
  return readCopiedText(text, { today: '2026-11-22' });
}

describe('a listing cut at any byte', () => {
  test.each(LISTINGS)('$name: no title is the start of an abstract', ({ bytes }) => {
    const whole = read(bytes.toString()).cards;
    const abstracts = whole.flatMap(({ abstract }) => abstract ?? []);
    const titles = new Set(whole.map(({ title }) => title));
    const examples = { numRuns: runs(bytes.length > 20_000 ? 200 : 800) };
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length), fc.boolean(), (from, to, keepsStart) => {
        const [start, end] = keepsStart ? [0, to] : [Math.min(from, to), Math.max(from, to)];
        const { cards } = read(bytes.subarray(start, end).toString());
        for (const { title, abstract = '' } of cards) {
          if (title === undefined) continue;
          const others = abstracts.filter((one) => abstract === '' || !one.startsWith(abstract));
          expect(others.filter((one) => one.startsWith(title))).toEqual([]);
          // Where only the end is missing, no title is new.
          if (keepsStart) expect(titles).toContain(title);
        }
      }),
      examples,
    );
  });
});

test('no text throws, and every card can be taken', () => {
  const word = fc.constantFrom(
    '• 3 authors',
    '·',
    'Jul 10',
    'Abstract:',
    'Title: A B',
    'arXiv:2401.12345 [pdf]',
  );
  const prose = fc.constantFrom(
    'We show that lamps burn in rows, and that rows of lamps burn in any street at all.',
  );
  const text = fc
    .array(fc.oneof(word, prose, fc.string({ unit: 'binary' }), fc.constantFrom('', '\u2028', '10.1234/x')))
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (any) => {
      expect(read(any).cards.filter((card) => !PaperCard.safeParse(card).success)).toEqual([]);
    }),
    { numRuns: runs(3000) },
  );
});
