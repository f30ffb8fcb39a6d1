import { expect, test } from 'vitest';
import { sentencesOf } from '@/utils/reading/sentences';

test.each([
  ['Slow waves in nets. Journal of Nets 3.', ['Slow waves in nets', 'Journal of Nets 3.']],
  // A full stop behind a capital ends a sentence if a small word stands before it, and else is an initial's.
  ['Drawing tides in R. Methods for Boats', ['Drawing tides in R', 'Methods for Boats']],
  ['The role of vitamin K. Winter Medicine 3', ['The role of vitamin K', 'Winter Medicine 3']],
  ['A note on ropes by Ada L. Fjell', ['A note on ropes by Ada L. Fjell']],
  ['Sund, B. and C. Hav on ropes', ['Sund, B. and C. Hav on ropes']],
  ['Harbours of the U.S. Coast. Atlas 3', ['Harbours of the U.S. Coast', 'Atlas 3']],
  ['Nets, Pt. II. Rope 3', ['Nets, Pt', 'II', 'Rope 3']],
  ['Ropes vs. Chains. Rope 3', ['Ropes vs. Chains', 'Rope 3']],
  ['潮汐的网络．海洋学报．2024', ['潮汐的网络', '海洋学报', '2024']],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test.each([
  ['Does it float? Buoyancy as a signal. Rope 3, 2026.', 'Does it float? Buoyancy as a signal'],
  [
    'Who winds the clock? Habits of two towers. In Proceedings of ROPE, 2024.',
    'Who winds the clock? Habits of two towers',
  ],
  ['Stop! Small boats are coming. Rope Letters, 3(1), 2020.', 'Stop! Small boats are coming'],
  ['Does it float? Journal of Rope, 12(3), 2026.', 'Does it float?'],
  ['Does it float? Harbour Studies, 12(3), 1–9.', 'Does it float?'],
  ['Does it float? Small Boats. 2023 Mar;12(3):1-9.', 'Does it float?'],
  ['Does it float? In Proceedings of ROPE 2024, pages 1–9.', 'Does it float?'],
  ['Does it float? Ada Fjell, Bo Sund. Rope 3.', 'Does it float?'],
])('what follows a question is of the title, or is a venue: %s', (text, first) => {
  expect(sentencesOf(text)[0]).toBe(first);
});
