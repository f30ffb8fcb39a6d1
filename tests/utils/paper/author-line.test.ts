import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { effort } from '@/tests/effort';
import { readAuthorLine } from '@/utils/paper/author-line';

test.each<[string, string[]]>([
  // As a page shows them.
  ['A. Smith, B. Jones and C. Wu', ['A. Smith', 'B. Jones', 'C. Wu']],
  ['A. Smith, B. Jones, and C. Wu', ['A. Smith', 'B. Jones', 'C. Wu']],
  ['Anna Smith & Bob Jones', ['Anna Smith', 'Bob Jones']],
  ['Anna Smith, Bob Jones', ['Anna Smith', 'Bob Jones']],
  ['Anna Smith, Bob Jones, Chen Wu et al.', ['Anna Smith', 'Bob Jones', 'Chen Wu']],
  ['Authors: Anna Smith, Ludwig van der Berg', ['Anna Smith', 'Ludwig van der Berg']],
  ['By Anna Smith¹*, Bob Jones²† and Chen Wu1,2', ['Anna Smith', 'Bob Jones', 'Chen Wu']],
  ['Smith, Jones and Wu', ['Smith', 'Jones', 'Wu']],
  ['Grüber Änne und Øyvind Åsen', ['Grüber Änne', 'Øyvind Åsen']],
  // Family names in front.
  ['Smith, A.; Jones, B.', ['A. Smith', 'B. Jones']],
  ['Smith, Anna; van der Berg, Ludwig; Plato', ['Anna Smith', 'Ludwig van der Berg', 'Plato']],
  ['Smith, A., Jones, B. C., & Wu, D.-E.', ['A. Smith', 'B. C. Jones', 'D.-E. Wu']],
  ['Smith A, Jones BC, van Berg D', ['A. Smith', 'B. C. Jones', 'D. van Berg']],
  ['Smith, Anna and Jones, Bob', ['Anna Smith', 'Bob Jones']],
  [
    'Smith, Anna and {The ATLAS Collaboration} and Jones, Bob',
    ['Anna Smith', 'The ATLAS Collaboration', 'Bob Jones'],
  ],
  ['King, Jr., Martin', ['Martin King Jr.']],
  ['King, Jr.', ['King Jr.']],
  ['King, Martin, Jr.', ['Martin King Jr.']],
  // One a line.
  ['Anna Smith\nBob Jones\r\n\n Chen Wu ', ['Anna Smith', 'Bob Jones', 'Chen Wu']],
  ['Smith, Anna\nJones, Bob', ['Anna Smith', 'Bob Jones']],
  ['Anna Smith,\nBob Jones and\nChen Wu', ['Anna Smith', 'Bob Jones', 'Chen Wu']],
  // Other scripts.
  ['王小明、李四、欧阳修', ['王小明', '李四', '欧阳修']],
  ['王小明，李四', ['王小明', '李四']],
  ['王小明, 李四', ['王小明', '李四']],
  ['山田 太郎, 鈴木 花子', ['山田 太郎', '鈴木 花子']],
  ['김철수, 이영희', ['김철수', '이영희']],
  ['А. Иванов, Б. Петров и В. Сидоров', ['А. Иванов', 'Б. Петров', 'В. Сидоров']],
  ['Иванов А, Петров БВ', ['А. Иванов', 'Б. В. Петров']],
  ['أحمد علي، سارة حسن', ['أحمد علي', 'سارة حسن']],
  // One name, or what may be one.
  ['Anna Smith', ['Anna Smith']],
  ['Smith, Anna', ['Anna Smith']],
  ['Smith A', ['Smith A']],
  ['van der Berg, Ludwig', ['Ludwig van der Berg']],
  ['王, 小明', ['王小明']],
  ['The ATLAS Collaboration', ['The ATLAS Collaboration']],
  ['José Ortega y Gasset', ['José Ortega y Gasset']],
  ['Plato', ['Plato']],
  ['', []],
  [' ,; \n', []],
])('%j is read as %j', (line, names) => {
  expect(readAuthorLine(line)).toEqual(names);
});

test('whatever is pasted, names are whole and on one line', () => {
  fc.assert(
    fc.property(messyText, (text) => {
      for (const name of readAuthorLine(text)) expect(name).toMatch(/^\S(?:.*\S)?$/u);
    }),
  );
});

test('a long line takes no time', () => {
  const taken = effort(() => {
    expect(readAuthorLine('Anna Smith, '.repeat(5000))).toHaveLength(5000);
    readAuthorLine(' , and '.repeat(10_000));
    readAuthorLine(`A${' '.repeat(50_000)}b`);
  });
  expect(taken).toBeLessThan(4000);
});
