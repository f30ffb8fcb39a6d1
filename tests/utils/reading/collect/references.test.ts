import { expect, test } from 'vitest';
import { titleInReference } from '@/utils/reading/collect/references';

test.each([
  ['A. Fjell, B. Sund. Slow waves in nets. NeurIPS 2026. [pdf]', 'Slow waves in nets'],
  [
    'Fjell, A., & Hav, C. (2026). Estimating the age of rope. Journal of Rope, 12(3).',
    'Estimating the age of rope',
  ],
  ['Fjell, A., Hav, C., 2026. Estimating the age of rope. Rope 3.', 'Estimating the age of rope'],
  ['Ada Fjell, Bo Sund, “Moonlight as supervision,” IEEE Night, 2025.', 'Moonlight as supervision'],
  [
    'Everything That Floats: A Survey. Ada Fjell, Bo Sund. Journal of Floats, 2025.',
    'Everything That Floats: A Survey',
  ],
  ['Keels and wheels (ICRA 2026)', 'Keels and wheels'],
  ['Keels and wheels - what turns a ship', 'Keels and wheels'],
  ['Keels and wheels, Ada Fjell and Bo Sund, ICRA 2026', 'Keels and wheels'],
  ['Keels and wheels by Ada Fjell', 'Keels and wheels'],
  ['Keels and wheels. arXiv:2601.00001', 'Keels and wheels'],
  ['Ada Fjell, Bo Sund: Keels and wheels. Rope 3.', 'Keels and wheels'],
  ['C. Hav. Does it float? Buoyancy as a signal. Rope 3, 2026.', 'Does it float? Buoyancy as a signal'],
])('%s', (text, title) => {
  expect(titleInReference(text)).toBe(title);
});

test.each([
  '',
  'A. Fjell, B. Sund. NeurIPS 2026.',
  'Ada Fjell, Bo Sund, Eli Dyp',
  'arXiv:2601.00001',
  'NeurIPS 2026',
])('there is no title in %j', (text) => {
  expect(titleInReference(text)).toBeUndefined();
});

test('in free text a sentence is no title unless it is written like one', () => {
  expect(titleInReference('Our new survey on ships is out', true)).toBeUndefined();
  expect(titleInReference('Keels and Wheels Reconsidered', true)).toBe('Keels and Wheels Reconsidered');
});
