import { expect, test } from 'vitest';
import { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { dateOfRis } from '@/utils/formats/ris/date-of-ris';

test.each<[string, string | undefined]>([
  ['PY 2017|DA 2017/06/12/', '2017-06-12'],
  ['PY 2017|DA 2017/06//', '2017-06'],
  ['PY 2017|DA 2017///', '2017'],
  ['PY 2023/01/05/', '2023-01-05'],
  ['Y1 2004/11//11/1/2004', '2004-11'],
  ['PY 2024|Y1 24-28 June 2024', '2024-06'],
  ['PY 2024|Y1 2-6 Nov. 2024', '2024-11'],
  ['PY 2019|DA Jan 21', '2019-01-21'],
  ['PY 2019|DA 21 Jan', '2019-01-21'],
  ['PY 2019|DA Sep-Oct', '2019-09'],
  ['PY 2019|DA Spring', '2019'],
  ['PY 2019|DA May', '2019-05'],
  ['PY 2019|DA 2018/12/01', '2019'],
  ['DA Jan 21', undefined],
  ['PY 2013|PY 2013/02/15/received|PY 2013/04/18|PY 2013/03/14/accepted', '2013-04-18'],
  ['PY 99|PY YEAR/MONTH/DAY/|PY 2001/00/00/|PY ///', '2001'],
  ['PY 0000|DA 0000/00/00', undefined],
  ['PY 0000|DA 2003/05/', '2003-05'],
  ['DA 20190503', '2019-05-03'],
  ['DA 2019-05-03', '2019-05-03'],
  ['DA 2019/05-06/', '2019-05'],
  ['DA 3 May 2019', '2019-05-03'],
  ['DA 05/06/2019', '2019'],
  ['PY 2019/02/31', '2019-02'],
  ['PY in press', undefined],
])('%s', (fields, day) => {
  const record = new TaggedRecord(1);
  for (const field of fields.split('|')) record.add(field.slice(0, 2), field.slice(3));
  expect(dateOfRis(record)).toBe(day);
});
