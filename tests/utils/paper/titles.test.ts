import { describe, expect, test } from 'vitest';
import { compareTitles, titleKeys, titleWeight } from '@/utils/paper/titles';

test.each([
  ['State-of-the-Art!', ['stateoftheart']],
  ['On the Łojasiewicz inequality', ['onthelojasiewiczinequality']],
  ['Müllers Lampen', ['mullerslampen', 'muellerslampen']],
  ['β-lamps & fog', ['βlampsfog', 'betalampsandfog']],
  ['$\\beta$-lamps', ['βlamps', 'betalamps']],
  ['Loss of <i>fliC</i> at CO<sub>2</sub> &gt; 5%', ['lossofflicatco25']],
  [
    'Lampen im dichten Nebel [Lamps in dense fog]',
    ['lampenimdichtennebellampsindensefog', 'lampenimdichtennebel', 'lampsindensefog'],
  ],
  ['Lamps in dense fog [Article in German]', ['lampsindensefog']],
  ['Lamps in dense fog [Reply to the authors above]', ['lampsindensefogreplytotheauthorsabove']],
  ['🦊', ['🦊']],
  ['???', []],
  ['', []],
])('the keys of %j are %j', (title, keys) => {
  expect(titleKeys(title)).toEqual(keys);
});

test.each([
  ['Lamps in fog', 'LAMPS IN FOG.', 'same'],
  ['Muellers Lampen', 'Müllers Lampen', 'same'],
  ['Lampen im dichten Nebel [Lamps in dense fog]', 'Lamps in dense fog', 'same'],
  ['A long remark on fog [of April in Harbours]', 'Another remark on fog [of April in Harbours]', 'alike'],
  ['A conserved lamp tunes the fog in harbours', 'A conserved lamp tunes the fog in old harbours', 'alike'],
  [
    'A conserved lamp tunes the fog in harbours I',
    'A conserved lamp tunes the fog in harbours II',
    'unknown',
  ],
  [
    'A conserved lamp tunes the fog in harbours',
    'A conserved lamp tunes the fog in harbours: reply',
    'unknown',
  ],
  ['Lamps in fog', 'Salt on roads', 'different'],
  ['清代台湾义仓制度研究', '清代臺灣義倉制度研究', 'unknown'],
  ['Lamps in fog', 'Лампы в тумане', 'unknown'],
  ['', 'Lamps', 'unknown'],
])('%j and %j: %s', (a, b, verdict) => {
  expect(compareTitles(a, b)).toBe(verdict);
  expect(compareTitles(b, a)).toBe(verdict);
});

describe('how much a title tells', () => {
  test.each([
    ['Editorial', 0],
    ['Letters to the Editor', 0],
    ['Lamps', 1],
    ['Robust lamps', 1],
    ['Robust lamps in fog', 2],
    ['港口灯光', 1],
    ['ໄຟ', 1],
    ['ແສງໄຟໃນທ່າເຮືອຍາມຄ່ຳຄືນ', 2],
    ['ពន្លឺចង្កៀងនៅកំពង់ផែពេលយប់', 2],
    ['ညအချိန်ဆိပ်ကမ်းမီးအိမ်များ', 2],
    ['མཚན་མོའི་གྲུ་ཁའི་སྒྲོན་མེའི་འོད་ཟེར།', 2],
    ['港口灯光的研究与应用', 2],
  ])('%j: %i', (title, weight) => {
    expect(titleWeight(title)).toBe(weight);
  });
});
