/** A list of papers in Markdown, for READMEs, notes and messages. */
import type { ExportedPaper } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import { bestAddress } from '../parts/best-address';
import type { FormatModule } from '../parts/format';
import { markdownLine, markdownLink, markdownQuote, markdownText } from '../parts/markdown-text';
import { titleText } from '../parts/shown-text';
import { readList } from './read-list';

export const markdown = {
  async read({ text }, { onShare }) {
    return readList(text, onShare);
  },
  async *write(batches) {
    for await (const batch of batches) yield batch.map(({ paper }) => item(paper)).join('');
  },
} satisfies FormatModule;

/** Authors that are named before “et al.”. */
const NAMED = 10;

/** A point of the list: the title as a link, a line about it, its tags, its note. */
function item(paper: ExportedPaper): string {
  const { note = '' } = paper;
  const address = bestAddress(paper);
  const title = titleText(paper.title ?? '') || address || paper.id;
  const tags = paper.tags.map(oneLine).filter(Boolean).map(markdownText);
  const lines = [
    markdownLink(oneLine(title), address),
    source(paper),
    tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
  ].filter(Boolean);
  const quote = note.trim() ? `\n${indented(markdownQuote(note))}\n` : '';
  return `- ${lines.join('  \n  ')}\n${quote}`;
}

/** “Authors. Venue, year”. */
function source({ authors, venue = '', publishedAt = '' }: ExportedPaper): string {
  const named = authors.map(oneLine).filter(Boolean);
  const people = named.slice(0, NAMED).join(', ') + (named.length > NAMED ? ' et al.' : '');
  const place = oneLine(venue) && `*${markdownText(oneLine(venue))}*`;
  const where = [place, publishedAt.slice(0, 4)].filter(Boolean).join(', ');
  return [markdownLine(where ? people.replace(/\.$/, '') : people), where].filter(Boolean).join('. ');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
