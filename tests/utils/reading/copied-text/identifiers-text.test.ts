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
  ['[paper](https://arxiv.org/abs/2401.00001)', undefined],
  ['Ada Berg, Bo Cai arXiv:2401.00001', undefined],
])('the title in %j', (line, title) => {
  const found = readMentions(linesOf(line));
  expect(found.map((paper) => [paper.identifiers.arxiv, paper.title])).toEqual([['2401.00001', title]]);
});
