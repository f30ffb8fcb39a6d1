import { expect, test } from 'vitest';
import { mentionsIn } from '@/utils/query/mentions';

test.each([
  ['https://arxiv.org/abs/2401.12345', '2401.12345'],
  ['arxiv.org/abs/2401.12345v2', '2401.12345'],
  ['https://arxiv.org/pdf/2401.12345', '2401.12345'],
  ['https://huggingface.co/papers/2401.12345', '2401.12345'],
  ['2401.12345v3', '2401.12345'],
  ['arXiv 2401.12345', '2401.12345'],
  ['arXiv: 2401.12345', '2401.12345'],
  ['arXiv:2401.12345v2', '2401.12345'],
  ['arXiv:2401.12345v2 [cs.CL]', '2401.12345'],
  ['arXiv:2401.12345v2  [cs.CL]  22 Jan 2024', '2401.12345'],
  ['arXiv:hep-th/9901001 [hep-th]', 'hep-th/9901001'],
  ['math.GT/0309136', 'math/0309136'],
  ['math.GT/0309136v2 [math.GT]', 'math/0309136'],
  ['arXiv:math.GT/0309136', 'math/0309136'],
  ['https://doi.org/10.1000/XYZ', '10.1000/xyz'],
  ['doi.org/10.1000/xyz', '10.1000/xyz'],
  ['doi: 10.1000/xyz', '10.1000/xyz'],
  ['DOI 10.1000/xyz', '10.1000/xyz'],
  ['https://doi.org/10.18653/v1/2020.acl-main.405', '2020.acl-main.405'],
  ['978-3-16-148410-0', '9783161484100'],
  ['9780306406157', '9780306406157'],
  ['ISBN 978-0-306-40615-7', '9780306406157'],
])('%j is a mention of %s', (text, value) => {
  expect([...mentionsIn(text)]).toEqual([[0, { value, end: text.length }]]);
});

test.each(['978-3-16-148410-1', '978-3-16', '1-978-3-16-148410-0', '978-3-16-148410-0-2'])(
  '%j is no ISBN',
  (text) => {
    expect([...mentionsIn(text)]).toEqual([]);
  },
);

test('an ISBN in a DOI is a part of it', () => {
  const text = '10.1007/978-0-306-40615-7';
  expect([...mentionsIn(text)]).toEqual([[0, { value: text, end: text.length }]]);
});

test.each(['-https://arxiv.org/abs/2401.12345', '－10.1000/x', '(-arXiv:2401.12345v2 [cs.CL]'])(
  'in %j it stands behind the NOT',
  (text) => {
    const [[start, { end }] = [0, { end: 0 }]] = mentionsIn(text);
    expect(text.charAt(start - 1)).toMatch(/[-－]/);
    expect(end).toBe(text.length);
  },
);

test.each(['https://unknown.example/2401', 'arXiv 2401', 'doi:', 'year:2024', 'v2.5 [cs.CL]'])(
  '%j mentions nothing',
  (text) => {
    expect(mentionsIn(text).size).toBe(0);
  },
);

test('says where in a text they stand', () => {
  expect([...mentionsIn('cf. arXiv:2401.12345 [cs.CL], doi:10.1000/x; more')]).toEqual([
    [4, { value: '2401.12345', end: 28 }],
    [30, { value: '10.1000/x', end: 43 }],
  ]);
});
