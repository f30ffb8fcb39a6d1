/** Citation keys, by which texts cite papers: `vaswani2017attention`, as Google Scholar writes them. */
import { fold } from '@/utils/text/fold';
import { isFunctionWord } from '@/utils/text/function-words';
import { valuesIn } from './identifiers';
import { KEY_PARTS, type KeyPart, LONGEST_KEY } from './key-pattern';
import { namePartsOf } from './name-parts';
import type { Paper } from './schema';

type Cited = Pick<Paper, 'authors' | 'nameParts' | 'title' | 'publishedAt' | 'identifiers'>;

const PARTS: Record<KeyPart, (paper: Cited) => string> = {
  /** The first author's family name. */
  author: ({ authors: [first], nameParts }) => {
    if (first === undefined) return '';
    const parts = namePartsOf(first, nameParts);
    return 'literal' in parts ? firstWord(parts.literal) : plain(parts.family);
  },
  year: ({ publishedAt = '' }) => publishedAt.slice(0, 4),
  /** The first word of the title that says anything. */
  title: ({ title = '' }) => firstWord(title),
};

const ANY_PART = new RegExp(`\\{(${KEY_PARTS.join('|')})\\}`, 'g');
/** A key of fewer letters would say nothing. */
const SAYING = /[a-z].*[a-z].*[a-z]/i;

/**
 * The key that a pattern gives: letters and digits of ASCII. Where the paper's author and title give nothing, as in
 * scripts that cannot be spelled in ASCII, one that is made of its identifier, else `paper`.
 */
export function citationKeyOf(paper: Cited, pattern: string): string {
  const key = pattern.replace(ANY_PART, (_, name: KeyPart) => PARTS[name](paper)).slice(0, LONGEST_KEY - 10);
  const said = PARTS.author(paper) || PARTS.title(paper);
  return said && SAYING.test(key) ? key : fromIdentifier(paper);
}

function fromIdentifier({ identifiers, publishedAt = '' }: Cited): string {
  const [arxiv] = valuesIn(identifiers, 'arxiv');
  if (arxiv) return `arxiv${plain(arxiv)}`;
  const [doi] = valuesIn(identifiers, 'doi');
  const last = plain(doi?.split('/').at(-1) ?? '');
  return last ? `doi${last}`.slice(0, 60) : `paper${publishedAt.slice(0, 4)}`;
}

function firstWord(text: string): string {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const saying = words.filter((word) => !isFunctionWord(fold(word))).map(plain);
  return (
    saying.find((word) => word.length > 1) ?? saying.find(Boolean) ?? words.map(plain).find(Boolean) ?? ''
  );
}

/** In ASCII. What cannot be spelled so is left out. */
function plain(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}

/** What is compared of keys: BibTeX takes `Berg2020` and `berg2020` for one. */
export function foldKey(key: string): string {
  return key.toLowerCase();
}

/** The key itself, or with `a`, `b` … `z`, `aa` … behind it: the first that is free. */
export function freeKey(key: string, isTaken: (folded: string) => boolean): string {
  for (let number = 0; ; number++) {
    const candidate = key + letters(number);
    if (!isTaken(foldKey(candidate))) return candidate;
  }
}

/** 0 is '', 1 is `a`, 27 is `aa`. */
function letters(number: number): string {
  if (number === 0) return '';
  return letters(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26));
}
