import { expect, test } from 'vitest';
import { readReference, titleInReference, withoutVenue } from '@/utils/reading/collect/references';

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
  ['[Fjell20] Fjell, Ada and Sund, Bo, "Keels and wheels," Rope Letters, Vol. 3, pp', 'Keels and wheels'],
  [
    'Fjell, Ada, Bo Sund, and Cy Hav. “Keels and ‘wheels’ at sea.” Rope 3 (2020)',
    'Keels and ‘wheels’ at sea',
  ],
  ['Ada Fjell and Bo Sund, 2014. “Keels and wheels,” Rope and Sail, volume 18', 'Keels and wheels'],
  ['Fjell AB. Keels and wheels. Rope Lett. 2020;3:1-9.', 'Keels and wheels'],
  ['Fjell A, Sund B#, Hav C. Keels and wheels. Rope Lett. 2020.', 'Keels and wheels'],
  ['Ada Fjell-Åsen. Keels and wheels of ships. Proceedings of Rope 2020', 'Keels and wheels of ships'],
  ['Fjell, A., Sund, B.: Keels and wheels. arXiv e-prints. (2020).', 'Keels and wheels'],
  ['Fjell A, Sund B. Keels and wheels. bioRxiv. doi', 'Keels and wheels'],
  ['A. Fjell, B. Sund, Keels and wheels, Rope Letters 3 (2020) 1–9', 'Keels and wheels, Rope Letters 3'],
  ['Rope Forever: Keels and wheels. Ada Fjell. Rope 3, 2026.', 'Rope Forever: Keels and wheels'],
  ['Rope Nets. Ada Fjell, Bo Sund, Cy Hav. Rope 3, 2026.', 'Rope Nets'],
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

test.each([
  // ACM's form: the year is a sentence of its own.
  [
    'Clara Hav. 2026. Tides and Tar in Fjords. In Proceedings of the 3rd Conference on Rope (ROPE ’26). ACM, 10 pages.',
    'Tides and Tar in Fjords',
    ['Clara Hav'],
  ],
  [
    '[12] Clara Hav, Bo van der Sund, and Eli Dyp. 2024. Tides, Nets, and Tar: A Survey. ACM Trans. Rope 3, 4, Article 17 (March 2024), 25 pages.',
    'Tides, Nets, and Tar: A Survey',
    ['Clara Hav', 'Bo van der Sund', 'Eli Dyp'],
  ],
  [
    'Harbour Society. 2025. Guidelines for ropes on piers. Retrieved May 3, 2025.',
    'Guidelines for ropes on piers',
    undefined,
  ],
  // GB/T 7714: what kind of work it is stands behind the title.
  [
    '[1] 赵一，钱二，孙三. 渔网的年龄估计方法[J]. 绳索学报, 2024, 41(2): 68-77.',
    '渔网的年龄估计方法',
    ['赵一', '钱二', '孙三'],
  ],
  ['[2] 李海, 周洋, 等. 潮汐预测: 综述[J/OL]. 海洋, 2025.', '潮汐预测: 综述', ['李海', '周洋']],
  ['[3] 吴帆．夜航的船[D]．上海：海事大学，2023．', '夜航的船', ['吴帆']],
  [
    'FJELL A, SUN B L, et al. Estimating the age of rope[C]//Proceedings of ROPE. Oslo, 2024: 1-9.',
    'Estimating the age of rope',
    ['FJELL A', 'SUN B L'],
  ],
  [
    'Fjell A, Sund B. How old is rope? Small Ropes. 2023 Mar;12(3):1-9.',
    'How old is rope?',
    ['Fjell A', 'Sund B'],
  ],
  [
    'Fjell, Ada; Sund, Bo: Seile und Netze. In: Zeitschrift für Seile 3 (2020).',
    'Seile und Netze',
    ['Fjell, Ada', 'Sund, Bo'],
  ],
  [
    'Fjell, A. (2020). ropeR: Drawing knots in R. Methods in Rope, 3(1), 1-9.',
    'ropeR: Drawing knots in R',
    ['Fjell, A.'],
  ],
  // Two words that could be a name are the title if no title follows them.
  ['Rope Control. Journal of Lines 3, 2024.', 'Rope Control', undefined],
  ['Deep Nets. Ada Fjell, Bo Sund. NeurIPS 2024.', 'Deep Nets', undefined],
  ['Nets, Silence: a study of piers. Rope, 2020.', 'Nets, Silence: a study of piers', undefined],
])('%s', (text, title, authors) => {
  expect(readReference(text)).toEqual({ title, ...(authors && { authors }) });
});

test.each([
  ['Keels and wheels. arXiv e-prints', 'Keels and wheels'],
  ['Keels and wheels. In Proceedings of Rope 2026', 'Keels and wheels'],
  ['Keels and wheels. A second look', 'Keels and wheels. A second look'],
  ['Rope. Nature', 'Rope. Nature'],
])('%s without its venue is %s', (text, title) => {
  expect(withoutVenue(text)).toBe(title);
});
