/** What our writer writes, our reader reads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { cslJson } from '@/utils/formats/csl-json/csl-json';
import { readCslJson } from '@/utils/formats/csl-json/read-csl-json';
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import { withoutMarkup } from '@/utils/formats/parts/reading/markup';
import { abstractText, titleText } from '@/utils/formats/parts/shown-text';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { markupText } from '@/utils/reading/metadata/markup-text';
import { oneLine, paragraphs } from '@/utils/text/clean';
import { CONTEXT } from '../context';
import { knownEntries, peopleOf } from '../known-papers';
import { written } from '../written';

test('any papers come back as they went', async () => {
  await fc.assert(
    fc.asyncProperty(knownEntries, async (entries) => {
      const read = readCslJson(await written(cslJson, entries));
      expect(read?.refused).toEqual([]);
      expect(read?.unkept).toEqual({});
      for (const [index, { paper, key }] of entries.entries()) {
        const added: Partial<FileEntry> = read?.entries[index] ?? {};
        const { card } = added;
        const tags = paper.tags.map((tag) => oneLine(tag.replaceAll(',', ' '))).filter(Boolean);
        expect(card?.title ?? '').toBe(oneLine(withoutMarkup(titleText(paper.title ?? ''))));
        expect(card?.abstract ?? '').toBe(paragraphs(markupText(abstractText(paper.abstract ?? ''))));
        expect(card?.authors ?? []).toEqual(paper.authors);
        expect(peopleOf(card?.authors, card?.nameParts)).toEqual(peopleOf(paper.authors, paper.nameParts));
        expect(peopleOf(card?.editors, card?.nameParts)).toEqual(peopleOf(paper.editors, paper.nameParts));
        expect(card?.publishedAt).toBe(paper.publishedAt);
        expect(card?.venue).toBe(paper.venue);
        expect(card?.identifiers).toEqual(paper.identifiers);
        expect(added).toMatchObject({ key, place: index + 1, line: index + 2 });
        expect(added.tags ?? []).toEqual([...new Set(tags)]);
        expect(added.note ?? '').toBe(paper.note?.trim() ? paper.note.toWellFormed() : '');
      }
    }),
    { numRuns: runs(4000) },
  );
});

test('it reads what it knows, and nothing else', async () => {
  expect(await cslJson.read(sourceOfText('[{"type":"book","title":"A"}]'), CONTEXT)).toMatchObject({
    papers: [],
    entries: [{ place: 1 }],
  });
  expect(await cslJson.read(sourceOfText('TY  - JOUR'), CONTEXT)).toBeUndefined();
});
