import { describe, expect, test } from 'vitest';
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
  ])('%j are %j', (values, names) => {
    expect(personNames(values)).toEqual(names);
  });

  test('are at most 5,000', () => {
    expect(personNames(['A B;'.repeat(9000)]).length).toBeLessThanOrEqual(5000);
    expect(personNames(Array.from({ length: 9000 }, (_, index) => `Name ${index}`))).toHaveLength(5000);
  });
});
