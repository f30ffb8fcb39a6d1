import { expect, test } from 'vitest';
import { allNames } from '@/utils/reading/people/all-names';

test.each<[text: string, names: string[]]>([
  ['Ada Berg, bo cai, Cyra Doe', ['Ada Berg', 'bo cai', 'Cyra Doe']],
  ['Authors: Ada Berg and Bo Cai', ['Ada Berg', 'Bo Cai']],
  ['Plato; Ada Berg', ['Plato', 'Ada Berg']],
  ['作者：陈七，王小明', ['陈七', '王小明']],
  ['Ada Berg, Bo Cai et al.', ['Ada Berg', 'Bo Cai']],
  ['Berg, A., Cai, B.', ['Berg, A.', 'Cai, B.']],
  ['Ada Berg*, Show more', ['Ada Berg']],
  ['', []],
  [', ; and', []],
])('%j is read whole', (text, names) => {
  expect(allNames(text)).toEqual(names);
});
