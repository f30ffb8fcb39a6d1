/**
 * Lists of papers with names and, perhaps, identifiers: conference programmes, results of searches. Each identifier belongs to the
 * paper that it stands with; those that stand alone are papers of their own. Pure.
 */

import { scanNames } from '../people/scan-names';
import { type Entry, entriesIn } from './entries';
import type { FoundPaper } from './found-paper';
import { type Mention, mentionsIn, readMentions } from './identifiers-text';
import { markOf, mentionIn } from './items';
import { withJoinedNames } from './joined-names';
import type { Line } from './lines';
import { isNamesRow, unmarked } from './text-rows';
import { unwrap, withWholeReferences } from './unwrap';

/** `arXiv:2601.00001v1 [cs.CL] 3 Jan 2026`, in the margin of a first page. */
const STAMP = /^arxiv:\S+v\d+\s+\[[\w.-]+\]/i;

/** The papers of a list; those with identifiers alone if it has no titles with names. */
export function readLists(broken: readonly Line[]): FoundPaper[] {
  const raw = withJoinedNames(withWholeReferences(broken));
  const [whole, single] = [papersIn(unwrap(raw, isWhole)), papersIn(raw)];
  const best = whole.entries >= single.entries ? whole : single;
  return best.entries > 0 ? best.papers : readMentions(raw);
}

/** The papers of lines as they are, and how many of them are told of by the form of the list. */
function papersIn(lines: readonly Line[]): { papers: FoundPaper[]; entries: number } {
  const mentions = mentionsIn(lines);
  // A line with an identifier has a title of its own, tells of the paper above, or begins with its names.
  const told = new Set(
    mentions
      .filter(({ title, line }) => title !== undefined || !isSigned(lines[line]?.text ?? ''))
      .map(({ line }) => line),
  );
  const entries = entriesIn(lines, told);
  const papers = entries.map(
    ({ title, authors, abstract }): FoundPaper => ({ title, authors, abstract, identifiers: {} }),
  );
  const above = areAbove(entries, mentions);
  const alone: Mention[] = [];
  for (const mention of mentions) {
    const index =
      STAMP.test(lines[mention.line]?.text ?? '') && entries.length === 1
        ? 0
        : ownerOf(mention, entries, above);
    const owner = papers[index];
    if (owner && agree(owner, mention)) Object.assign(owner.identifiers, mention.identifiers);
    else alone.push(mention);
  }
  const placed = [
    ...papers.map((paper, index) => ({ paper, line: entries[index]?.first ?? 0 })),
    ...alone.map(({ line, bare: _, ...paper }) => ({ paper, line })),
  ];
  return {
    papers: placed.sort((a, b) => a.line - b.line).map(({ paper }) => paper),
    entries: entries.length,
  };
}

/** Whether a line is never part of a longer one: names, details, what names a paper. */
function isWhole(text: string): boolean {
  if (markOf(text) !== undefined || isNamesRow(unmarked(text))) return true;
  return /\d/.test(text) && (text.length < 60 || Object.keys(mentionIn(text).identifiers).length > 0);
}

function isSigned(text: string): boolean {
  const found = scanNames(text);
  return (
    found !== undefined && (found.names.length > 1 || found.cut || /^\s[-–•·]\s/.test(text.slice(found.end)))
  );
}

/** Whether each identifier stands above its title. */
function areAbove(entries: readonly Entry[], mentions: readonly Mention[]): boolean {
  const bare = new Set(mentions.filter((mention) => mention.bare).map(({ line }) => line));
  return entries.every(({ first }) => bare.has(first - 1)) && !bare.has(entries.at(-1)?.end ?? -1);
}

function ownerOf({ line, bare, title, authors }: Mention, entries: readonly Entry[], above: boolean): number {
  if (above) return entries.findIndex(({ first }) => first - 1 === line);
  // A line with a title of its own is about another paper, unless it is that of the journal below the names.
  const free = bare || title === undefined;
  return entries.findIndex(
    ({ first, last, end }) =>
      line >= first && line < end && (free || (!authors && line === last + 1 && /\d/.test(title))),
  );
}

function agree({ identifiers }: FoundPaper, mention: Mention): boolean {
  return Object.entries(mention.identifiers).every(([name, value]) => (identifiers[name] ?? value) === value);
}
