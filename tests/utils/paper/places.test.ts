import { describe, expect, test } from 'vitest';
import { comparePlaces, venuesDiffer } from '@/utils/paper/places';

describe('venues', () => {
  test.each([
    ['J. Chem. Phys.', 'The Journal of Chemical Physics', false],
    ['J Bone Mech', 'Journal of Bone Mechanics', false],
    [
      '2026 Workshops on Lamps (LAMP)',
      'Proceedings - 2026 IEEE Symposium on Lamps Workshops, LAMP 2026',
      true,
    ],
    [
      '2026 Lamp and Fog Workshops',
      'Proceedings - 2026 IEEE Symposium on Lamp and Fog Workshops, LFW 2026',
      false,
    ],
    ['NeurIPS', 'Proceedings of NeurIPS', false],
    ['Zeitschrift für Technikrecht', 'ZEITSCHRIFT FUR TECHNIKRECHT', false],
    ['Lamps', 'Ferries', true],
    ['Journal of Lamps', 'Journal of Ferries', true],
    ['电子学报', '计算机学报', true],
    ['', 'Ferries', false],
    ['', '', false],
  ])('%j and %j differ: %s', (a, b, differ) => {
    expect(venuesDiffer({ venue: a }, { venue: b })).toBe(differ);
    expect(venuesDiffer({ venue: b }, { venue: a })).toBe(differ);
  });
});

describe('places', () => {
  const lamps = { venue: 'Journal of Lamps', volume: '3', pages: '12–19' };
  test.each([
    ['one page of one volume', { venue: 'J. Lamps', volume: '3', pages: '012' }, 'same'],
    ['another volume', { venue: 'J. Lamps', volume: '4', pages: '12' }, 'different'],
    ['another page', { venue: 'J. Lamps', volume: '3', pages: '20' }, 'different'],
    ['the pages of an offprint', { venue: 'J. Lamps', volume: '3', pages: '1-8' }, 'unknown'],
    ['no pages', { venue: 'J. Lamps', volume: '3' }, 'unknown'],
    ['no volume', { venue: 'J. Lamps', pages: '12' }, 'unknown'],
    ['another venue', { venue: 'Ferries', volume: '4', pages: '12' }, 'unknown'],
  ] as const)('%s: %s', (_, other, verdict) => {
    expect(comparePlaces(lamps, other)).toBe(verdict);
    expect(comparePlaces(other, lamps)).toBe(verdict);
  });
});
