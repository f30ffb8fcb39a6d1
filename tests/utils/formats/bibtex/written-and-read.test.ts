/** What our writers write, our reader reads. */
import { expect, test } from 'vitest';
import { written } from '@/tests/utils/formats/written';
import { biblatex } from '@/utils/formats/biblatex';
import { bibtex } from '@/utils/formats/bibtex/bibtex';
import { readBibtex } from '@/utils/formats/bibtex/read-bibtex';
import { withoutCaseBraces } from '@/utils/formats/parts/case-braces';
import { valuesIn } from '@/utils/paper/identifiers';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { Paper } from '@/utils/paper/schema';
import { drawTex } from '@/utils/text/draw-tex';
import { SAMPLES } from './sample-papers';

const FORMATS = { bibtex, biblatex };

test.each(['bibtex', 'biblatex'] as const)('%s comes back as it went', async (format) => {
  const read = readBibtex(await written(FORMATS[format], SAMPLES));
  expect(read?.refused).toEqual([]);
  for (const { paper, key } of SAMPLES) {
    const entry = read?.entries.find((one) => one.key === key);
    const card = entry?.card;
    expect({
      title: shown(card?.title),
      authors: peopleOf(card?.authors, card?.nameParts),
      publishedAt: card?.publishedAt,
      arxiv: card?.identifiers.arxiv,
      note: entry?.note,
      tags: entry?.tags ?? [],
    }).toEqual({
      title: shown(paper.title),
      authors: peopleOf(paper.authors, paper.nameParts),
      // BibTeX has no field for the day.
      publishedAt: format === 'bibtex' ? paper.publishedAt?.slice(0, 7) : paper.publishedAt,
      arxiv: paper.identifiers.arxiv,
      note: paper.note,
      tags: paper.tags.map((tag) => tag.replace(/[,;]/g, ' ')),
    });
    for (const doi of valuesIn(card?.identifiers ?? {}, 'doi'))
      expect(valuesIn(paper.identifiers, 'doi')).toContain(doi);
  }
});

/** Without what sources typed: TeX, braces and HTML. */
function shown(title = '') {
  return withoutCaseBraces(drawTex(title)).replace(/<sub>2<\/sub>/, '₂');
}

function peopleOf(names: readonly string[] = [], told: Paper['nameParts']) {
  return names.map((name) => namePartsOf(name, told));
}
