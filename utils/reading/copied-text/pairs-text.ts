/**
 * Lists in which each abstract follows its title, as copied from Hugging Face's search and trending pages or from
 * papers.cool. Only the order of the items counts, not the words of the page.
 */
import { withoutStrayTitles } from './abstracts-text';
import type { FoundPaper } from './found-paper';
import type { Item } from './items';
import { isSentence, isTitle, LONGEST_TITLE, weight } from './lines';
import { isNameList, splitNames } from './names';

/** More text than this (UTF-16 units) under one title is not an abstract: articles have headings too. */
const LONGEST_ABSTRACT = 6000;
const MOST_PARAGRAPHS = 6;

/** A title waiting for its abstract, with the details found between the two. */
interface Waiting extends FoundPaper {
  title: string;
  /** The number before it. */
  votes?: number | undefined;
  /** Cannot be a title; it is the end of one thing or the start of another. */
  stray?: boolean;
}

/** The papers in a list of titles and abstracts; empty if it is not one. */
export function readPairs(all: readonly Item[]): FoundPaper[] {
  const found: FoundPaper[] = [];
  const labelled = new Set<FoundPaper>();
  const votes = new Map<FoundPaper, number>();
  let waiting: Waiting[] = [];
  let current: FoundPaper | undefined;
  let told = false; // details after the abstract were found, so it is complete
  let paragraphs = 0;
  const items = withoutRepeated(all);

  for (const [index, item] of items.entries()) {
    if (item.kind === 'text') {
      if (item.text.endsWith(':') && !told && current && waiting.length === 0)
        current.abstract += `\n\n${item.text}`;
      else {
        settle();
        waiting.push(waitingOf(item, items[index - 1]));
      }
      if (waiting.length > 3) waiting.shift();
    } else if (item.kind === 'prose') {
      if (waiting.length === 0 && current && !told && !item.labelled && current.refused !== 'unnamed') {
        current.abstract += `\n\n${item.text}`;
        paragraphs++;
        if (paragraphs > MOST_PARAGRAPHS || (current.abstract?.length ?? 0) > LONGEST_ABSTRACT)
          current.refused = 'tooLong';
      } else {
        open(openPaper(waiting, item.text, item.labelled));
        if (item.labelled && current) labelled.add(current);
      }
    } else if (item.kind !== 'other') {
      const summarised = summarisedBy(waiting);
      if (summarised) open(summarised);
      const owner = waiting.at(-1) ?? current;
      if (owner) tell(owner, item);
      told ||= waiting.length === 0;
    }
  }
  settle();
  const [only] = found;
  if (only && found.length === 1 && !labelled.has(only) && isSlight(only)) only.refused ??= 'cutOff';
  const rest = cutOff(waiting, found);
  if (rest) found.push(rest);
  addVotes(found, votes);
  return withoutStrayTitles(found, labelled);

  /** A single line between an abstract and its date is the organisation, shown in place of the authors. */
  function settle() {
    const [line] = waiting;
    if (!current || !line || told || waiting.length > 1 || line.authorCount !== undefined) return;
    if (!line.date && line.upvotes === undefined) return;
    current.date ??= line.date;
    current.comments ??= line.comments;
    current.upvotes ??= line.upvotes;
    waiting = [];
    told = true;
  }

  function open(paper: FoundPaper) {
    const before = waiting.find(({ title }) => title === paper.title)?.votes;
    if (before !== undefined) votes.set(paper, before);
    current = paper;
    found.push(paper);
    waiting = [];
    told = false;
    paragraphs = 1;
  }
}

function waitingOf(item: Item & { kind: 'text' }, before: Item | undefined): Waiting {
  return {
    title: item.text,
    identifiers: item.identifiers,
    stray: !isTitle(item.text) || isTail(item.text),
    votes: before?.kind === 'number' ? before.value : undefined,
  };
}

/** A title and a summary as short as a title, recognised as a sentence. An organisation's name may follow. */
function summarisedBy([title, text, more]: readonly Waiting[]): FoundPaper | undefined {
  if (!title || title.stray || !text || (more && more.title.length > 60)) return undefined;
  const words = text.title.split(' ').length;
  const isSummary = words >= 12 && text.title.length >= Math.max(100, title.title.length);
  return isSummary && isSentence(text.title) ? { ...paperOf(title), abstract: text.title } : undefined;
}

/** Numbers before titles are votes if every title has one. Otherwise they may belong to the paper above. */
function addVotes(found: readonly FoundPaper[], votes: ReadonlyMap<FoundPaper, number>): void {
  if (found.every((paper) => paper.title === undefined || votes.has(paper)))
    for (const [paper, value] of votes) paper.upvotes ??= value;
}

/**
 * The paper whose abstract begins. Its title is the last waiting text, or the one before if the last lists names.
 */
function openPaper(waiting: readonly Waiting[], abstract: string, labelled: boolean): FoundPaper {
  const [before, last] = [waiting.at(-2), waiting.at(-1)];
  if (before && !before.stray && last && isNameList(last.title) && !last.authors)
    return { ...paperOf({ ...before, ...factsOf(last) }), authors: splitNames(last.title), abstract };
  if (last && !last.stray) return { ...paperOf(last), abstract };
  return labelled ? { identifiers: {}, abstract } : { identifiers: {}, abstract, refused: 'unnamed' };
}

/** The details found for a line that turns out not to be a title. */
function factsOf({ date, authorCount }: Waiting) {
  return { ...(date && { date }), ...(authorCount !== undefined && { authorCount }) };
}

function paperOf({ stray: _, votes: __, ...paper }: Waiting): FoundPaper {
  return paper;
}

/** Adds the details of an item; existing values stay. */
function tell(paper: FoundPaper, item: Item): void {
  if (item.kind === 'upvotes') paper.upvotes ??= item.value;
  if (item.kind === 'count') paper.authorCount ??= item.value;
  if (item.kind === 'authors') paper.authors ??= item.names;
  if (item.kind === 'identifiers') paper.identifiers = { ...item.identifiers, ...paper.identifiers };
  if (item.kind === 'date' && !paper.date) {
    paper.date = item.shown.date;
    paper.comments = item.shown.comments;
  }
}

/** A heading over a few words without any other details, as in most texts. */
function isSlight({ abstract = '', authorCount, authors, date, identifiers }: FoundPaper): boolean {
  const told = authorCount ?? authors ?? date ?? Object.keys(identifiers)[0];
  return told === undefined && weight(abstract) <= LONGEST_TITLE;
}

/** Whether a text is the end of a sentence that was cut. */
function isTail(text: string): boolean {
  return /^[\p{Ll}\p{P}]/u.test(text) && /[.!]$/.test(text);
}

/** A title at the end of a list of abstracts. Its abstract is missing, and the title itself may be cut off. */
function cutOff(waiting: readonly Waiting[], found: readonly FoundPaper[]): FoundPaper | undefined {
  const [title] = waiting;
  if (!title || title.stray || waiting.length > 2 || !found.some((paper) => paper.title)) return undefined;
  return title.title.split(' ').length >= 3 || title.title.length >= 20
    ? { ...paperOf(title), refused: 'cutOff' }
    : undefined;
}

/** Drops short lines that occur at least three times before different texts: labels and buttons of the page. */
function withoutRepeated(items: readonly Item[]): Item[] {
  const seen = new Map<string, { times: number; next: string; varied: boolean }>();
  items.forEach((item, index) => {
    if (item.kind !== 'text') return;
    const follower = items[index + 1];
    const next = follower?.kind === 'text' || follower?.kind === 'prose' ? follower.text : '';
    const first = seen.get(item.text);
    if (!first) seen.set(item.text, { times: 1, next, varied: false });
    else {
      first.times++;
      first.varied ||= !first.next.startsWith(next) && !next.startsWith(first.next);
    }
  });
  return items.filter((item) => {
    const { times = 0, varied = false } = (item.kind === 'text' && seen.get(item.text)) || {};
    return times < 3 || !varied;
  });
}
