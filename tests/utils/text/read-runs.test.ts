import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenText } from '@/tests/arbitraries';
import { highlight } from '@/utils/text/highlight';
import { readRuns } from '@/utils/text/read-runs';
import { queryWords, tokenise } from '@/utils/text/tokens';

/** Whether a query finds a text: every word in any of its writings, or longer words that begin so. */
function finds(query: string, text: string): boolean {
  const terms = tokenise(text).map(({ term }) => term);
  return queryWords(query).every((writings) =>
    writings.some((parts) => parts.every((part) => terms.some((term) => term.startsWith(part)))),
  );
}

describe('words are found as others write them', () => {
  test.each([
    ['fine-tuning', 'finetuning'],
    ['V-Net', 'VNet'],
    ['2-D', '2D'],
    ['x-ray', 'Xray'],
    ['y^2', 'y²'],
    ['$y^{2}$', 'y2'],
    ['J. K. Rowling', 'JK Rowling'],
    ['J.-L. Lions', 'JL Lions'],
    ['U.S.A.', 'USA'],
    ['i.i.d.', 'iid'],
    ['Three.js', 'ThreeJS'],
    ['Phi 3.5', 'phi3.5'],
    ['Gemma 7B', 'gemma7b'],
    ['F#', 'fsharp'],
    ['.NET', 'dotnet'],
    ['مُعَلِّم', 'معلم'],
    ['شـــبكة', 'شبكة'],
    ['مى‌خواهم', 'میخواهم'],
    ['שָׁלוֹם', 'שלום'],
    ['१२३', '123'],
    ['Muʿāwiya', 'muawiya'],
    ['ディープ・ラーニング', 'ディープラーニング'],
    ['ﾗﾝﾌﾟ', 'ランプ'],
    ['深度學習', '深度学习'],
    ['น้ำ', 'น\u0e49\u0e4dา'],
    ['ｋ－means', 'k-means'],
  ])('%s and %s', (one, other) => {
    expect([finds(one, other), finds(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['लाल', 'लाली लूला', true],
    ['मन', 'मान मीन', false],
    ['தமிழ்', 'தமழ', false],
    ['C++', 'C#, C and cats', false],
    ['k-means++', 'k-means', false],
    ['k-means', 'k-means++', true],
    ['.NET', 'a net', false],
    ['net', '.NET', true],
    ['ภาษา', 'ประมวลผลภาษาธรรมชาติ', true],
    ['ភាសា', 'ការរៀនភាសាខ្មែរ', true],
    ['ພາສາ', 'ການຮຽນພາສາລາວ', true],
    ['ဘာသာ', 'မြန်မာဘာသာစကား', true],
    ['llama3', 'Llama 2', false],
  ])('%s finds %s: %s', (query, text, expected) => {
    expect(finds(query, text)).toBe(expected);
  });
});

test('e.g. and i.e. leave no words behind', () => {
  expect(readRuns('e.g. x', false).filter(({ role }) => role !== 'asked')).toHaveLength(3);
});

test('every word of a text finds it, and is marked', () => {
  fc.assert(
    fc.property(writtenText, (text) => {
      const known = tokenise(text).map(({ term }) => term);
      for (const word of text.split(/\s+/))
        for (const writings of queryWords(word)) {
          expect(writings.some((parts) => parts.every((part) => known.includes(part)))).toBe(true);
          const terms = new Set(writings.flat().filter((term) => known.includes(term)));
          expect(highlight(text, terms).some(({ hit }) => hit)).toBe(true);
        }
    }),
  );
});

test.each(['a-', 'J. ', 'A.', 'サー', 'C++', 'น้ำ', '.a', 'Llama 2 ', '機', 'x^', '\u0301', 'ـ'])(
  'reads 100,000 characters of %j in little time',
  (piece) => {
    // Time of this process: other work on the machine does not count.
    const before = process.cpuUsage();
    tokenise(piece.repeat(100_000 / piece.length));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  },
);
