/** Reads one line of a reference list, in any common style: whose it is, and its title. */
import { titleScore, titlesAtStart } from '../listed/title-score';
import { asTitle, GAP, isCapitalised, isNames, isVenue, telling, withoutIdentifiers } from '../phrases';
import { sentencesOf } from '../sentences';
import { namesAhead, withoutLead } from './names-ahead';

/** What a line of a reference list says. */
export interface Reference {
  title: string;
  authors?: string[];
}

/** `“Title,”`, in any quotation marks. */
const QUOTED = /[“„«「『《"]([^“”„»「」『』《》"]{8,300})[”“»」』》"]/;
/** What kind of work it is, behind its title (GB/T 7714): `[J]`, `[C]//`, `[EB/OL]`. */
export const KIND = /\s*\[(?:[JCDMNPRSZKGA]|DB|CP|EB|DS|OL)(?:\/(?:OL|CD|MT|DK))?\]/;
/** An organisation, or a name of one word, before a year that stands as a sentence. */
const BEFORE_YEAR = /^(\p{Lu}[^.:?!]{1,80})\.\s(?:19|20)\d\d[a-z]?\.\s/u;

/**
 * The title in `Authors. Title. Venue`, `Authors (2024). Title. Journal`, `Title. Authors. Venue`,
 * `Authors, “Title,” venue`, `Title (Venue 2024)`, `Title - what it is about`; undefined if it cannot be
 * determined. In `free` text a sentence is a title only if it is written like one.
 */
export function titleInReference(text: string, free = false): string | undefined {
  return readReference(text, free)?.title;
}

/** The title, and the names where they stand before it. */
export function readReference(text: string, free = false): Reference | undefined {
  const line = withoutIdentifiers(text.slice(0, 2000))
    .replace(/\b(?:doi|pmid|pmcid|arxiv)\s?:?\s?(?=\ue000)/gi, '')
    .replace(/[[(]\s*(?:\ue000[\s,/|·]*)+[\])]/g, GAP)
    .replace(/^[\s\ue000\p{P}\p{S}]*\ue000[\s\ue000\p{P}]*(?=\p{L})/u, '');
  for (const stretch of line.split(GAP)) {
    if (telling(stretch) < 2) continue;
    const reference = withoutLead(stretch).trim();
    const signed = signedIn(reference);
    if (signed) return signed;
    const title = titleInStretch(reference, free);
    if (title) return { title };
  }
  return undefined;
}

/** A reference that begins with names, or with an organisation. */
function signedIn(text: string): Reference | undefined {
  const ahead = namesAhead(text);
  const rest = ahead && text.slice(ahead.end);
  const title = rest && titleBehind(rest);
  // `Ada Berg. Lamps of the north in winter.`, but not `Lamp Light. Ada Berg, Bo Cai.`
  if (title && (ahead.sure || KIND.test(rest) || (titleScore(title) >= 0.6 && !isNames(title))))
    return { title, authors: ahead.names };
  const organisation = BEFORE_YEAR.exec(text)?.[0];
  const told = organisation && titleBehind(text.slice(organisation.length));
  return told && telling(told) > 2 ? { title: told } : undefined;
}

/** The title at the beginning of what follows the names. */
function titleBehind(text: string): string | undefined {
  const kind = KIND.exec(text.slice(0, 400));
  if (kind) return asTitle(text.slice(0, kind.index));
  const [quoted] = titlesAtStart(text);
  if (quoted?.way === 'quoted') return asTitle(quoted.title);
  return told(sentencesOf(text)[0] ?? '');
}

function titleInStretch(text: string, free: boolean): string | undefined {
  const kind = KIND.exec(text);
  if (kind) return asTitle(sentencesOf(text.slice(0, kind.index)).at(-1) ?? '');
  const quoted = QUOTED.exec(text);
  if (quoted && (free || telling(text.slice(0, quoted.index)) === 0 || isNames(text.slice(0, quoted.index))))
    return asTitle((quoted[1] ?? '').replace(/[,.]$/, ''));
  const [first = '', second = ''] = sentencesOf(text);
  if (isNames(first)) return told(second);
  return free && !isNames(second) && !isCapitalised(first) ? undefined : told(first);
}

/** `A Title. arXiv e-prints` → `A Title` */
export function withoutVenue(text: string): string {
  const [first = '', second] = sentencesOf(text);
  return second !== undefined && isVenue(second) && telling(first) >= 2 ? first : text;
}

/** The sentence as a title, without what follows the title in it. */
function told(sentence: string): string | undefined {
  const text = sentence
    .replace(/\s+[-–—|·]+(?:\s.*)?$/s, '')
    .replace(/(?<=\S)\s*[[(][^\])]*(?:19|20)?\d\d[^\])]*[\])].*$/s, '')
    .replace(/,?\s+by\s+\p{Lu}.*$/su, (rest) =>
      isNames(rest.replace(/^,?\s+by\s+/, '')) || /^,?\s+by\s+\p{Lu}\S+ \p{Lu}\S+$/u.test(rest) ? '' : rest,
    );
  const commas = [...text.matchAll(/,\s/g)].map(({ index }) => index);
  const end = commas.find((index) => {
    const rest = text.slice(index + 2);
    return isVenue(rest) || isNames(rest.replace(/,\s[^,]*\d{4}[^,]*$/, ''));
  });
  const title = text.slice(0, end);
  return isNames(title) || isVenue(title) ? undefined : asTitle(title);
}
