import { expect, test } from 'vitest';
import { NoteToWorker } from '@/utils/note-messages';

const OPEN = {
  paper: 'arxiv:2609.00001',
  run: '0b9d3c1e-7f64-4a52-9c8e-2d1f5a6b7c80',
  seen: ['0'.repeat(22)],
};

test.each([OPEN, { number: 1, text: '' }])('takes %j', (message) => {
  expect(NoteToWorker.parse(message)).toEqual(message);
});

test.each([
  undefined,
  'text',
  { ...OPEN, run: 'a' },
  { ...OPEN, seen: ['x'] },
  { ...OPEN, number: 1, text: '' },
  { number: 0, text: '' },
  { number: 1, text: 'x'.repeat(2_000_001) },
])('refuses %j', (message) => {
  expect(NoteToWorker.safeParse(message).success).toBe(false);
});
