import { describe, expect, test } from 'vitest';
import { withoutWord, withSpelling } from '@/utils/query/change-words';

describe('a query without a word', () => {
  test.each([
    ['camera trap zebra', 'zebra', 'camera trap'],
    ['zebra  camera zebra trap', 'zebra', 'camera trap'],
    ['zebra title:zebra -zebra "zebra crossing"', 'zebra', 'title:zebra -zebra "zebra crossing"'],
    ['camera (trap zebra) year:2020', 'zebra', 'camera (trap ) year:2020'],
    ['camera', 'zebra', 'camera'],
    ['zebra', 'zebra', ''],
  ])('%s without %s', (text, word, expected) => {
    expect(withoutWord(text, word)).toBe(expected);
  });
});

describe('a query in another spelling', () => {
  test.each<[string, Record<string, string>, string]>([
    ['microscpy of  mos', { microscpy: 'microscopy', mos: 'moss' }, 'microscopy of  moss'],
    ['title:mos mos', { mos: 'moss' }, 'title:mos moss'],
    ['moss', {}, 'moss'],
  ])('%s', (text, spelled, expected) => {
    expect(withSpelling(text, new Map(Object.entries(spelled)))).toBe(expected);
  });
});
