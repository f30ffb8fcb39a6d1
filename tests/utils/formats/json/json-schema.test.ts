/** The published JSON Schema is generated from the zod schemas: after changing them, run `npx vitest -u` and look at the difference. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { writeJson } from '@/utils/formats/json/json';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import { createPaper } from '@/utils/paper/merge';
import { normalise } from '@/utils/paper/normalise';
import { ExportFile } from '@/utils/paper/schema';

const schema = z.toJSONSchema(ExportFile, { io: 'input' });

test('the published JSON Schema is that of the export file', async () => {
  const text = `${JSON.stringify({ title: 'Offprint library', ...schema }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../../assets/offprint-library.schema.json');
});

test('a reader that knows only the JSON Schema takes what is exported, and refuses what is not', () => {
  const now = '2026-10-02T08:00:00.000Z';
  const card = {
    site: 'huggingface',
    listing: 'https://a.example/',
    identifiers: { arxiv: '2609.12345' },
    title: 'T',
  };
  const statement = normalise({ ...card, authors: ['Ada'], publishedAt: '2026-09', upvotes: 3 }, now);
  if (!statement?.sighting) throw new Error('the card was refused');
  const sighting = { ...statement.sighting, paper: 'arxiv:2609.12345' };
  const paper = exportPaper(createPaper(statement, 'arxiv:2609.12345', now), [sighting]);
  const file = JSON.parse(writeJson([paper], now));

  const reader = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  expect(reader.safeParse(file).error?.issues ?? []).toEqual([]);
  expect(reader.safeParse({ ...file, format: 'other' }).success).toBe(false);
  expect(reader.safeParse({ ...file, version: 1 }).success).toBe(false);
  expect(reader.safeParse({ ...file, papers: [{ ...paper, title: null }] }).success).toBe(false);
  expect(reader.safeParse({ ...file, papers: [{ ...paper, publishedAt: 'soon' }] }).success).toBe(false);
  expect(reader.safeParse({ ...file, papers: [{ ...paper, id: undefined }] }).success).toBe(false);
});
