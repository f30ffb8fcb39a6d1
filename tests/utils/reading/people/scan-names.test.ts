import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { scanNames } from '@/utils/reading/people/scan-names';

describe('names in a row', () => {
  test.each<[text: string, names: string[], rest: string]>([
    ['Ada Berg, Bo Cai and Cyra Doe', ['Ada Berg', 'Bo Cai', 'Cyra Doe'], ''],
    ['Ada Berg; Bo Cai; Cyra Doe: Lamps', ['Ada Berg', 'Bo Cai', 'Cyra Doe'], ': Lamps'],
    ['A. Berg, B. C. Cai, and J.-P. Doe, 2026', ['A. Berg', 'B. C. Cai', 'J.-P. Doe'], ', 2026'],
    ['J Moon, Y Lah, and Y Kang', ['J Moon', 'Y Lah', 'Y Kang'], ''],
    ['Ben Ayed, S., Doe, J., “Lamps', ['Ben Ayed, S.', 'Doe, J.'], ', “Lamps'],
    ['COELHO, F. C., CODEÇO, C. T.Lamps', ['COELHO, F. C.', 'CODEÇO, C. T.'], 'Lamps'],
    ['Berg A, Cai B#, Eck D. Lamps seen', ['Berg A', 'Cai B', 'Eck D'], ' Lamps seen'],
    ['Lund KM. Lamps', ['Lund KM'], '. Lamps'],
    ['Козякин В.С. Об устойчивости', ['Козякин В.С.'], ' Об устойчивости'],
    ['Berg, Ada; Cai, Bo', ['Berg, Ada', 'Cai, Bo'], ''],
    ['Berg, Ada and Cai, Bo, "Lamps', ['Berg, Ada', 'Cai, Bo'], ', "Lamps'],
    ['Berg, Ada; Cai, Bo: Lamps', ['Berg, Ada', 'Cai, Bo'], ': Lamps'],
    ['LI M, CAI B L, VAN-DAM Q. Lamps', ['LI M', 'CAI B L', 'VAN-DAM Q'], '. Lamps'],
    ['Berg, Ada, Bo Cai, and Cyra Doe. “Lamps', ['Berg, Ada', 'Bo Cai', 'Cyra Doe'], '. “Lamps'],
    ['Berg, Ada K., and Bo Cai. Lamps', ['Berg, Ada K.', 'Bo Cai'], '. Lamps'],
    ['Ada Berg (Nowhere University)*; Bo Cai (Fog)', ['Ada Berg', 'Bo Cai'], ''],
    ['Ada Berg*, Bo Cai†', ['Ada Berg', 'Bo Cai'], ''],
    ['Ada Berg, Bo van der Cai, J.-P. Doe', ['Ada Berg', 'Bo van der Cai', 'J.-P. Doe'], ''],
    ['Zhuo (Jerry) Berg, Gene S-H Cai', ['Zhuo (Jerry) Berg', 'Gene S-H Cai'], ''],
    ['Ada van der Berg, Bo de la Cruz', ['Ada van der Berg', 'Bo de la Cruz'], ''],
    ['Ada Berg Jr., Bo Cai III', ['Ada Berg Jr.', 'Bo Cai III'], ''],
    ['Ada Berg, IV Ramakrishnan, Bo Cai', ['Ada Berg', 'IV Ramakrishnan', 'Bo Cai'], ''],
    ['陈七，王小明', ['陈七', '王小明'], ''],
    ['김철수, 박영희', ['김철수', '박영희'], ''],
    ['محمد علي، فاطمة حسن', ['محمد علي', 'فاطمة حسن'], ''],
  ])('%s', (text, names, rest) => {
    const found = scanNames(text);
    expect(found?.names).toEqual(names);
    expect(text.slice(found?.end)).toBe(rest);
  });

  test.each(['Ada Berg et al.', 'Berg et al. 2026', 'Ada Berg, Bo Cai, et al', '陈七等'])(
    '%s are cut',
    (text) => {
      expect(scanNames(text)?.cut).toBe(true);
    },
  );

  test.each([
    'Deep Learning',
    'Nowhere University, Norway',
    'we count lamps',
    '2026',
    '',
    'Coffee Break',
    'IN A, ON B',
  ])('%j are none', (text) => {
    expect(scanNames(text)).toBeUndefined();
  });

  test('begin where they are asked for', () => {
    expect(scanNames('Lamps by Ada Berg', 9)?.names).toEqual(['Ada Berg']);
  });

  test('are surer with initials than without', () => {
    expect(scanNames('A. Berg')?.sure).toBeGreaterThan(scanNames('Ada Berg')?.sure ?? 1);
  });

  test('of any text are parts of it, and it ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), (text, from) => {
        const found = scanNames(text, from);
        for (const name of found?.names ?? []) expect(text).toContain(name);
        expect(found?.end ?? text.length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(300) },
    );
  });
});
