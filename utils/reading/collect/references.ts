/** Finds the title in one line of a reference list, in any common style. */
import { titleScore, titlesAtStart } from '../listed/title-score';
import { asTitle, GAP, isCapitalised, isNames, isVenue, telling, withoutIdentifiers } from '../phrases';
import { namesAhead } from './names-ahead';

/** `“Title,”`, in any quotation marks. */
const QUOTED = /[“„«「『《"]([^“”„»「」『』《》"]{8,300})[”“»」』》"]/;
/**
 * The title in `Authors. Title. Venue`, `Authors (2024). Title. Journal`, `Title. Authors. Venue`,
 * `Authors, “Title,” venue`, `Title (Venue 2024)`, `Title - what it is about`; undefined if it cannot be
 * determined. In `free` text a sentence is a title only if it is written like one.
 */
export function titleInReference(text: string, free = false): string | undefined {
  const line = withoutIdentifiers(text.slice(0, 2000))
    .replace(/[[(]\s*(?:\ue000[\s,/|·]*)+[\])]/g, GAP)
    .replace(/^[\s\ue000\p{P}\p{S}]*\ue000[\s\ue000\p{P}]*(?=\p{L})/u, '');
  for (const stretch of line.split(GAP)) {
    if (telling(stretch) < 2) continue;
    const title = titleInStretch(stretch.trim(), free);
    if (title) return title;
  }
  return undefined;
}

function titleInStretch(text: string, free: boolean): string | undefined {
  const ahead = namesAhead(text);
  const rest = ahead ? text.slice(ahead.end) : text;
  const [start] = titlesAtStart(rest);
  if (start?.way === 'quoted') return asTitle(start.title);
  const quoted = QUOTED.exec(text);
  if (quoted && (free || telling(text.slice(0, quoted.index)) === 0 || isNames(text.slice(0, quoted.index))))
    return asTitle((quoted[1] ?? '').replace(/[,.]$/, ''));
  const [own = ''] = sentences(rest);
  if (ahead?.sure) return told(own);
  // `Ada Berg. Lamps of the north in winter.`, but not `Lamp Light. Ada Berg, Bo Cai.`
  if (ahead && titleScore(own) >= 0.6 && !isNames(own)) return told(own);
  const [first = '', second = ''] = sentences(text);
  if (isNames(first)) return told(second);
  return free && !isNames(second) && !isCapitalised(first) ? undefined : told(first);
}

/** `A Title. arXiv e-prints` → `A Title` */
export function withoutVenue(text: string): string {
  const [first = '', second] = sentences(text);
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

/** Splits text after each sentence, but not after initials or abbreviations. */
function sentences(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(
    /[.?!]["”]?\s+(?=[\p{Lu}\p{N}\p{Lo}"“[(]|\p{Ll}{1,4}\p{Lu}|doi\b)|[。？！]/gu,
  )) {
    const before = text.slice(start, index);
    if (
      mark.startsWith('.') &&
      /(?:^|[\s.\-‐])(?:\p{Lu}|vs|dr|prof|st|jr|sr|no|vol|e\.g|i\.e|cf)$/iu.test(before)
    )
      continue;
    found.push(text.slice(start, /^[?!？！]/.test(mark) ? index + 1 : index).trim());
    start = index + mark.length;
    if (found.length > 5) break;
  }
  found.push(text.slice(start).trim());
  const parts = found.filter(Boolean);
  for (let index = 0; index + 1 < parts.length; index++) {
    const [part = '', next = ''] = parts.slice(index);
    // `Does It Float? Buoyancy as a Signal` is one title.
    if (/\p{L}[?!]$/u.test(part) && telling(next) >= 2 && !isNames(next) && !isVenue(next))
      parts.splice(index, 2, `${part} ${next}`);
  }
  return parts;
}
