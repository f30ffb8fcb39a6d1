/** What our writer writes, our reader reads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '@/tests/long';
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import { withoutMarkup } from '@/utils/formats/parts/reading/markup';
import { abstractText, titleText } from '@/utils/formats/parts/shown-text';
import { readRis } from '@/utils/formats/ris/read-ris';
import { ris } from '@/utils/formats/ris/ris';
import { markupText } from '@/utils/reading/metadata/markup-text';
import { oneLine, paragraphs } from '@/utils/text/clean';
import { SAMPLES } from '../bibtex/sample-papers';
import { describeFormat } from '../describe-format';
import { knownEntries, peopleOf } from '../known-papers';
import { written } from '../written';

describeFormat('ris');

test('any papers come back as they went', async () => {
  await fc.assert(
    fc.asyncProperty(knownEntries, async (entries) => {
      const read = readRis(await written(ris, entries));
      expect(read?.refused).toEqual([]);
      expect(read?.unkept).toEqual({});
      for (const [index, { paper, key }] of entries.entries()) {
        const added: Partial<FileEntry> = read?.entries[index] ?? {};
        const { card } = added;
        const note = oneLine(paper.note ?? '');
        const tags = paper.tags.map((tag) => oneLine(tag.replaceAll(';', ' '))).filter(Boolean);
        expect(card?.title ?? '').toBe(oneLine(withoutMarkup(titleText(paper.title ?? ''))));
        expect(card?.abstract ?? '').toBe(paragraphs(markupText(abstractText(paper.abstract ?? ''))));
        expect(card?.authors ?? []).toEqual(paper.authors);
        expect(peopleOf(card?.authors, card?.nameParts)).toEqual(peopleOf(paper.authors, paper.nameParts));
        expect(peopleOf(card?.editors, card?.nameParts)).toEqual(peopleOf(paper.editors, paper.nameParts));
        expect(card?.publishedAt).toBe(paper.publishedAt);
        expect(card?.venue).toBe(paper.venue);
        expect(card?.identifiers).toEqual(paper.identifiers);
        expect(added).toMatchObject({ key, place: index + 1 });
        expect(added.tags ?? []).toEqual([...new Set(tags)]);
        expect([added.note ?? '', ...(added.childNotes ?? [])].join('')).toBe(note);
      }
    }),
    { numRuns: runs(4000) },
  );
});

test('papers of all kinds come back as they went', async () => {
  const read = readRis(await written(ris, SAMPLES));
  expect(read?.refused).toEqual([]);
  for (const { paper, key } of SAMPLES) {
    const { card, tags = [], note }: Partial<FileEntry> = read?.entries.find((one) => one.key === key) ?? {};
    expect({
      authors: peopleOf(card?.authors, card?.nameParts),
      publishedAt: card?.publishedAt,
      arxiv: card?.identifiers.arxiv,
      note,
      tags,
    }).toEqual({
      // RIS parts names by commas.
      authors: peopleOf(paper.authors, paper.nameParts).map((parts) =>
        'literal' in parts ? { literal: parts.literal.replaceAll(',', '') } : parts,
      ),
      publishedAt: paper.publishedAt,
      arxiv: paper.identifiers.arxiv,
      note: paper.note && oneLine(paper.note),
      tags: paper.tags.map((tag) => tag.replace(/;/g, ' ')),
    });
  }
});
