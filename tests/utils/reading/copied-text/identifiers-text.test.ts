import { expect, test } from 'vitest';
import { readMentions } from '@/utils/reading/copied-text/identifiers-text';
import { linesOf } from '@/utils/reading/copied-text/lines';

test.each([
  ['- [Rows of Lamps](https://arxiv.org/abs/2401.00001) ([code](https://github.com/a/b))', 'Rows of Lamps'],
  ['* **Rows of Lamps** [[pdf](https://arxiv.org/pdf/2401.00001)]', 'Rows of Lamps'],
  ['12. Rows of Lamps. https://arxiv.org/abs/2401.00001', 'Rows of Lamps'],
  ['2024-01-05: Rows of Lamps (ICLR 2024), arXiv:2401.00001', 'Rows of Lamps'],
  [
    'A. Berg and B. Cai, “Rows of lamps in the street,” 2024, arXiv:2401.00001',
    'Rows of lamps in the street',
  ],
  ['Berg, A. (2024). Rows of lamps. Lamps 3. arXiv:2401.00001', 'Rows of lamps'],
  ['[1] 赵一, 钱二. 街灯的计数方法[J]. 灯火, 2024, 3: 1-9. arXiv:2401.00001', '街灯的计数方法'],
  ['Cy Doe. 2024. Rows of Lamps. In Proceedings of LAMP (LAMP ’24). arXiv:2401.00001', 'Rows of Lamps'],
  ['Doe C. Rows of lamps? A count in R. Lamps. 2024;3:1-9. arXiv:2401.00001', 'Rows of lamps? A count in R'],
  ['[paper](https://arxiv.org/abs/2401.00001)', undefined],
  ['Ada Berg, Bo Cai arXiv:2401.00001', undefined],
])('the title in %j', (line, title) => {
  const found = readMentions(linesOf(line));
  expect(found.map((paper) => [paper.identifiers.arxiv, paper.title])).toEqual([['2401.00001', title]]);
});

test('the names before a title are its authors, those behind a link are not', () => {
  const found = readMentions(
    linesOf(
      'Berg, A., & Cai, B. (2024). Rows of lamps. Lamps 3. arXiv:2401.00001\n- [Columns of Lamps](https://arxiv.org/abs/2401.00002), Doe et al.',
    ),
  );
  expect(found.map(({ authors }) => authors)).toEqual([['Berg, A.', 'Cai, B.'], undefined]);
});

test('the lines of an index have identifiers and no titles', () => {
  const text = 'Editors: Ada Berg, Bo Cai\nLIST:arXiv:2401.00001\nLIST:arXiv:cs/0702154\nLIST:of lamps';
  expect(readMentions(linesOf(text)).map(({ identifiers, title }) => [identifiers.arxiv, title])).toEqual([
    ['2401.00001', undefined],
    ['cs/0702154', undefined],
  ]);
});
