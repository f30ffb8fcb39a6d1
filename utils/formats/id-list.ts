/** A list of DOIs, arXiv ids, numbers of PubMed or addresses that lead to such, and nothing else, however they are parted. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import { COPIED } from '@/utils/paper/normalise';
import { identifiersOfAddress } from '@/utils/reading/addresses';
import type { FormatModule } from './parts/format';
import type { OnShare } from './parts/progress';
import { GatheredEntries } from './parts/reading/gathered-entries';
import { linesOf } from './parts/reading/text-lines';

/** Longest line that is looked at: it has ids, and is no text. */
const LONGEST_LINE = 100_000;
const LONGEST_ID = 2048;
/** A column that was copied with its heading. */
const HEADING =
  /^["'\s]*(?:dois?|arxiv|pmids?|pmcids?|ids?|identifiers?|links?|urls?)(?:\s(?:ids?|numbers?))?["':\s]*$/i;
/** Points and numbers of a list; `1.` and `1)`, but not `1706.03762`. */
const BULLET = /^\s*(?:[-*+•–]|\d{1,4}[.)](?=\s))\s*/;
/** What parts ids, also within a word; an old DOI may have a semicolon in itself. */
const PARTING = /\s+|[,;|]+(?=\s|$|10\.\d{4}|https?:|(?:doi|arxiv|pmid)\b|pmc\d|\d{4}\.\d{4,5})/i;
/** A name stands before its id, with a space between. */
const NAMED = /\b(doi|arxiv|pmid|pmcid)(?:\s*:\s*|\s+)(?=\S)/gi;

export const idList = {
  async read({ text }, { onShare }) {
    return isIdList(text) ? reading(text, onShare) : undefined;
  },
} satisfies FormatModule;

/** Every line has ids, but for a heading, and one in ten that was mistyped: a word with a number in it. */
function isIdList(text: string): boolean {
  let [sound, odd] = [0, 0];
  for (const [line, number] of linesOf(text)) {
    if (line.trim() === '' || (number === 1 && HEADING.test(line))) continue;
    if (line.length > LONGEST_LINE) return false;
    const words = wordsIn(line);
    if (words.length > 0 && words.every((word) => identifiersIn(word).length > 0)) sound++;
    else if (words.length === 1 && /\d/.test(line)) odd++;
    else return false;
  }
  return sound > 0 && (odd === 0 || (sound > 3 && 10 * odd < sound + 10));
}

function reading(text: string, onShare: OnShare | undefined) {
  const found = new GatheredEntries();
  for (const [line, number] of linesOf(text, onShare)) {
    if (number === 1 && HEADING.test(line)) continue;
    for (const word of wordsIn(line)) {
      const named = identifiersIn(word);
      if (named.length === 0) found.refuse(number, 'notARecord', word);
      else found.add(number, { card: { site: COPIED, identifiers: gatherIdentifiers(named) } }, []);
    }
  }
  return { papers: [], ...found.reading };
}

function wordsIn(line: string): string[] {
  const named = line.replace(BULLET, '').replace(NAMED, '$1:');
  return named
    .split(PARTING)
    .map((word) => word.replace(/^[<("'[]+|[>"'\],;.]+$/g, ''))
    .filter(Boolean);
}

/** What a word names; nothing if it is more than an id, or something else. */
function identifiersIn(word: string): NamedIdentifier[] {
  if (word.length > LONGEST_ID) return [];
  const address = /^(?:https?:\/\/|(?:dx\.)?doi\.org\/|arxiv\.org\/)/i.test(word);
  if (address) {
    const url = /^http/i.test(word) ? word : `https://${word}`;
    return URL.canParse(url) ? Object.entries(identifiersOfAddress(new URL(url))) : [];
  }
  const doi = word.replace(/^doi:/i, '');
  if (/^10\.\d{4,9}\//.test(doi)) return canonicalIdentifiers('doi', doi);
  const arxiv = canonicalArxivId(word);
  if (arxiv) return [['arxiv', arxiv]];
  const [, pmid] = /^pmid:(\d{1,8})$/i.exec(word) ?? [];
  if (pmid) return [['pmid', pmid]];
  const [, pmcid] = /^(?:pmcid:)?(pmc\d{1,9})$/i.exec(word) ?? [];
  return pmcid ? [['pmcid', pmcid.toUpperCase()]] : [];
}
