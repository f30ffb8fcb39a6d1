import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { personNames } from '@/utils/reading/metadata/person-names';

describe('personNames', () => {
  test.each<[values: string[], names: string[]]>([
    [
      ['Jane Doe', 'Richard Roe'],
      ['Jane Doe', 'Richard Roe'],
    ],
    [
      ['Doe, Jane', 'van Roe, Richard'],
      ['Jane Doe', 'Richard van Roe'],
    ],
    [
      ['García Márquez, Gabriel José', 'de la Cruz, Maria A.'],
      ['Gabriel José García Márquez', 'Maria A. de la Cruz'],
    ],
    [['García Márquez, Gabriel José'], ['Gabriel José García Márquez']],
    [['Doe, Jane, Jr.'], ['Jane Doe Jr.']],
    [['Doe, Jane; Roe, Richard;'], ['Jane Doe', 'Richard Roe']],
    [['Doe J;Roe RA;'], ['Doe J', 'Roe RA']],
    [['Jane Doe, Richard Roe and Max Moe'], ['Jane Doe', 'Richard Roe', 'Max Moe']],
    [['Jane Doe, Richard Roe, and Max Moe'], ['Jane Doe', 'Richard Roe', 'Max Moe']],
    [['Jane Doe and Richard Roe'], ['Jane Doe', 'Richard Roe']],
    [['Invented Labs, Inc.'], ['Invented Labs, Inc.']],
    [['The Invented Collaboration'], ['The Invented Collaboration']],
    [['Doe,Jane'], ['Jane Doe']],
    [['Doe,'], ['Doe,']],
    [['', ' ', '-', ','], []],
    [
      ['明 王', 'Ødegård, Åse'],
      ['明 王', 'Åse Ødegård'],
    ],
    [
      ['A One', 'B Two', 'A One', 'B Two'],
      ['A One', 'B Two'],
    ],
    [
      ['Wei Li', 'Wei Li'],
      ['Wei Li', 'Wei Li'],
    ],
    [['Lindqvar, Jr., Tor W.'], ['Tor W. Lindqvar Jr.']],
    [['Berg, Ada Jr.'], ['Ada Berg Jr.']],
    [
      ['Lund, Kira, III', 'Ada Berg, Sr.'],
      ['Kira Lund III', 'Ada Berg Sr.'],
    ],
    [
      ['Berg, Ada, PhD', 'Bo Cai, M.D., Ph.D.', 'Doe, MD'],
      ['Ada Berg', 'Bo Cai', 'Doe'],
    ],
    [['Anand, Raj and Band, Sandy'], ['Raj Anand', 'Sandy Band']],
    [['Land, Andy and Rand, Ann and Moe, Max'], ['Andy Land', 'Ann Rand', 'Max Moe']],
    [['van Roe, Ann & de la Cruz, Max'], ['Ann van Roe', 'Max de la Cruz']],
    [['Ada Berg & Bo Cai'], ['Ada Berg', 'Bo Cai']],
    [['Ada Berg, Bo Cai & Cyra Doe'], ['Ada Berg', 'Bo Cai', 'Cyra Doe']],
    [['World Lamp Organization, Geneva'], ['World Lamp Organization, Geneva']],
    [['Department of Fog, Nowhere University'], ['Department of Fog, Nowhere University']],
    [['Berg, Ada', 'et al.', 'et al'], ['Ada Berg']],
    [['Ada Berg et al.'], ['Ada Berg']],
    [['Ada Berg, Bo Cai, et al.'], ['Ada Berg', 'Bo Cai']],
    [['Ada Berg and 12 others'], ['Ada Berg']],
    [['Ada Berg, Bo Cai and others'], ['Ada Berg', 'Bo Cai']],
    [
      ['Others, Ann', 'Ann Moreother'],
      ['Ann Others', 'Ann Moreother'],
    ],
    [['张三；李四；王五'], ['张三', '李四', '王五']],
    [['张三、李四'], ['张三', '李四']],
    [['张三, 李四, 等'], ['张三', '李四']],
    [
      ['Ada Berg <ada@berg.example>', 'Bo Cai (bo@cai.example)', 'Doe, Cyra cyra@doe.example'],
      ['Ada Berg', 'Bo Cai', 'Cyra Doe'],
    ],
    [['Bo Cai https://orcid.org/0000-0001-2345-6789'], ['Bo Cai']],
    [
      ['Ada Berg1,2', 'Bo Cai*', 'Cyra Doe†', 'Eck, Dana2', 'Gale, F.1,*', 'Ina Jost¹²'],
      ['Ada Berg', 'Bo Cai', 'Cyra Doe', 'Dana Eck', 'F. Gale', 'Ina Jost'],
    ],
    [['Ada Berg1, Bo Cai2,3 and Cyra Doe1'], ['Ada Berg', 'Bo Cai', 'Cyra Doe']],
    [['Team 42'], ['Team 42']],
    [
      ['Lee, M.A.', 'Doe, M.D.', 'Ivanova, I.', 'Ivanov, V.', 'Roe, RN', 'García, S.A.'],
      ['M.A. Lee', 'M.D. Doe', 'I. Ivanova', 'V. Ivanov', 'RN Roe', 'S.A. García'],
    ],
    [['Lee, Ann, M.A.'], ['Ann Lee']],
    [
      ['Thomas More', 'More, Hannah', 'Ann Others'],
      ['Thomas More', 'Hannah More', 'Ann Others'],
    ],
    [['Ada Berg, Bo Cai, 12 more'], ['Ada Berg', 'Bo Cai']],
    [['张三等'], ['张三']],
  ])('%j are %j', (values, names) => {
    expect(personNames(values)).toEqual(names);
  });

  test('are at most 5,000', () => {
    expect(personNames(['A B;'.repeat(9000)]).length).toBeLessThanOrEqual(5000);
    expect(personNames(Array.from({ length: 9000 }, (_, index) => `Name ${index}`))).toHaveLength(5000);
  });

  test.each(['<', '1,', '* ', 'a@', 'and ', '& ', 'a, ', 'et al ', '(', 'http://'])(
    'no number of %j takes long',
    (piece) => {
      expect(
        effort(() => personNames([`Ada Berg ${piece.repeat(100_000)}`, piece.repeat(100_000)])),
      ).toBeLessThan(3000);
    },
  );
});
