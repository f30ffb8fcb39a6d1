/** A note for each paper, as Obsidian reads them: properties in front, then the abstract and the person's note. In one zip. */
import { valuesIn } from '@/utils/paper/identifiers';
import type { ExportedPaper } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import { bestAddress, bestDoi } from '../parts/best-address';
import { nameFiles } from '../parts/file-names';
import type { Entry, FormatModule } from '../parts/format';
import { frontMatter, type Property } from '../parts/front-matter';
import { identifiersBeside } from '../parts/identifiers-beside';
import { markdownLine } from '../parts/markdown-text';
import { obsidianTags } from '../parts/obsidian-tags';
import { publicationTypeOf } from '../parts/publication-type';
import { abstractText, titleText } from '../parts/shown-text';
import { zipStream } from '../parts/zip-stream';
import { readNotes } from './read-notes';

export const markdownNotes = {
  async read(file, { onShare }) {
    return readNotes(file, onShare);
  },
  async *write(batches, { exportedAt }) {
    const zip = zipStream(exportedAt);
    const nameOf = nameFiles();
    for await (const batch of batches)
      for (const entry of batch) {
        const name = nameOf(titleText(entry.paper.title ?? ''), entry.key || entry.paper.id);
        yield* zip.add(`${name}.md`, note(entry, name));
      }
    yield* zip.end();
  },
} satisfies FormatModule;

/** The text of a paper's note; `name` is that of its file. */
function note({ paper, key }: Entry, name: string): string {
  const title = titleText(paper.title ?? '');
  const abstract = (paper.abstract ?? '')
    .split(/\n{2,}/)
    .map(abstractText)
    .filter(Boolean);
  const written = (paper.note ?? '').toWellFormed().trim();
  const parts = [
    title && `# ${markdownLine(title)}`,
    abstract.length > 0 && `## Abstract\n\n${abstract.map(markdownLine).join('\n\n')}`,
    written && `## Note\n\n${written}`,
  ].filter(Boolean);
  return [frontMatter(properties(paper, key, name)), ...parts.map((part) => `${part}\n`)].join('\n');
}

function properties(paper: ExportedPaper, key: string, name: string): Record<string, Property> {
  const { identifiers, publishedAt = '' } = paper;
  const title = titleText(paper.title ?? '');
  const type = publicationTypeOf(paper);
  return {
    title,
    // The file could not be called so.
    aliases: title && title !== name ? [title] : [],
    citekey: key,
    authors: lines(paper.authors),
    editors: lines(paper.editors),
    year: publishedAt ? Number(publishedAt.slice(0, 4)) : undefined,
    // A property of days takes whole ones.
    month: publishedAt.length === 7 ? publishedAt : undefined,
    date: publishedAt.length === 10 ? publishedAt : undefined,
    type,
    venue: oneLine(paper.venue ?? ''),
    volume: oneLine(paper.volume ?? ''),
    issue: oneLine(paper.issue ?? ''),
    pages: oneLine(paper.pages ?? ''),
    publisher: oneLine(paper.publisher ?? ''),
    doi: bestDoi(paper, type === 'preprint'),
    arxiv: valuesIn(identifiers, 'arxiv')[0],
    identifiers: identifiersBeside(identifiers, ['doi', 'arxiv']),
    isbn: lines(paper.isbn),
    issn: lines(paper.issn),
    url: bestAddress(paper),
    code: paper.code,
    project: paper.project,
    tags: obsidianTags(paper.tags),
    status: paper.status,
    starred: paper.starred,
    saved: paper.savedAt.slice(0, 10),
  };
}

function lines(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map(oneLine).filter(Boolean);
}
