import { expect, test } from 'vitest';
import { PAPER_FIELDS } from '@/storage/search/families/papers-index';
import { FIELD_NAMES, GATHERED, MERGED_FIELDS, rowOf, WEIGHTS } from '@/utils/paper/fields';
import { ExportedPaper, Paper, PaperCard } from '@/utils/paper/schema';

test('each row is a field of what is kept and of what leaves', () => {
  for (const name of FIELD_NAMES) {
    expect(Object.keys(Paper.shape), name).toContain(name);
    expect(Object.keys(ExportedPaper.shape), name).toContain(name);
  }
});

test('a card can state what sources state', () => {
  for (const name of MERGED_FIELDS) expect(Object.keys(PaperCard.shape), name).toContain(name);
});

test('a field that every record has may not be missing, any other may', () => {
  for (const name of FIELD_NAMES) {
    const missing = Paper.shape[name].safeParse(undefined).success;
    expect(missing, name).toBe(!rowOf(name).always);
  }
});

test('queries call no two fields the same', () => {
  const asked = FIELD_NAMES.flatMap((name) => rowOf(name).asked ?? []);
  expect(new Set(asked).size).toBe(asked.length);
});

test('what queries can name is searched', () => {
  const unsearched = FIELD_NAMES.filter((name) => rowOf(name).asked && rowOf(name).weight === undefined);
  expect(unsearched).toEqual([]);
});

test('the index has the fields that have a weight, and those that gather others', () => {
  expect([...PAPER_FIELDS].sort()).toEqual(
    [...FIELD_NAMES.filter((name) => rowOf(name).weight !== undefined), ...Object.keys(GATHERED)].sort(),
  );
  expect(Object.keys(WEIGHTS).sort()).toEqual([...PAPER_FIELDS].sort());
});

test('a field is searched in one field of the index', () => {
  const twice = FIELD_NAMES.filter((name) => rowOf(name).within && rowOf(name).weight !== undefined);
  expect(twice).toEqual([]);
});
