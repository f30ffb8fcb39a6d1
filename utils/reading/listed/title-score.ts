/** How much a text is like a title, and where a title ends that more text follows. Pure. */
import { isLeading, isNames, isVenue, trimTitle } from '../phrases';

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Labels, breaks and titles of sessions. */
const LABEL =
  /^(?:(?:abstract|keywords?|authors?|autor(?:en|es)?|speakers?|presenters?|(?:session )?chairs?|moderators?|organi[sz]ers?|affiliations?|coffee|lunch|breakfast|dinner|break|welcome|opening|closing|registration|reception|keynote(?: speakers?| talk)?|session|sitzung|panel|pause|kaffee|mittag|paper id|room|raum|location|venue|date|time|published|doi|conference|tags?|track|category|contact)\b(?:[\s\d:.–-]*$|\s*[:：]|\s+(?:break|session|address|remarks|chairs?)\b|\s+\d+\b)|(?:posters?|download|pdf|slides|video|bibtex|show|hide|read more|mehr|(?:full|short|technical|research|regular|accepted)? ?(?:papers?|posters?|publications?|talks?)|demo(?:nstration)?s?|news|details)(?: sessions?)?[\s\d:.–-]*$)/iu;
const AFFILIATION =
  /\b(?:universit|institut|college|laborator|department|dept\b|school of|faculty|academy of|hochschule|polytech|inc\.|ltd\b|gmbh|corp\b|research cent|centre? for|cnrs|inria|\.edu)|大学|学院|研究所|대학교|университет|институт/iu;
const TIME = /^\W*\d{1,2}[:.h]\d\d|^\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const DATE =
  /^[\p{L}.,]{0,12}\s?\d{1,2}[.,]?\s\p{L}{3,10}\.?,?\s\d{4}$|^\p{L}{3,10}\.?\s(?:\d{1,2},?\s)?\d{4}$|^[\d\s/.:–-]+$/u;

/** The words of a text, where two Chinese or Japanese characters count as one. */
export function wordsIn(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  const rest = dense > 0 ? text.replace(DENSE, ' ') : text;
  return (rest.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’/-]*/gu)?.length ?? 0) + Math.ceil(dense / 2);
}

/** From 0 to 1: how much a text alone is like a title. */
export function titleScore(text: string): number {
  if (text.length < 4 || text.length > 400) return 0;
  const words = wordsIn(text);
  if (words === 0 || !/\p{L}{2}/u.test(text)) return 0;
  let score =
    words === 1
      ? 0.2
      : words === 2
        ? 0.4
        : words === 3
          ? 0.65
          : words === 4
            ? 0.85
            : words <= 28
              ? 1
              : words <= 40
                ? 0.6
                : 0.1;
  if (/https?:|www\.|@|\bdoi\b|\barxiv:\s?\d/i.test(text)) return 0.05;
  if (LABEL.test(text) || TIME.test(text) || DATE.test(text)) return 0.1;
  if (isLeading(text)) return 0;
  if (AFFILIATION.test(text)) score *= 0.4;
  if (isVenue(text.replace(/^(?:posters?|demos?|oral|spotlight)\s*[:：]\s*/i, ''))) score *= 0.5;
  if (words <= 12 && isNames(text)) score *= 0.3;
  if (/^\p{Ll}\p{Ll}+\s/u.test(text)) score *= 0.6;
  if (/\p{Ll}{3}\. \p{Lu}\p{Ll}+ \p{Ll}/u.test(text)) score *= 0.6;
  if (/\b(?:pp?\.|vol\.|no\.|pages)\s?\d|\b\d{1,4}[-–]\d{1,5}\b.*\b(?:19|20)\d\d\b/i.test(text)) score *= 0.4;
  if (/^(?:(?:19|20)\d\d|in[:\s])/i.test(text)) score *= 0.5;
  return score;
}

/** A title without what lists put around it. */
export function bareTitle(text: string): string {
  return trimTitle(text).replace(/[\s*†‡]+$/u, '');
}

const OPENING = /^["“”„«「『《‘'‚‹]/u;
/** A text in quotation marks, up to the mark that closes it. */
const QUOTED = /^(?:["“”„«「『《‹]|[‘'‚](?!s\b))(.{6,400}?[.,?!]?)(?:["“”»」』》›]|[’'](?=[\s,.;:]))/u;
/** The same where the mark that closes it is only that one. */
const PAIRED =
  /^(?:"([^"]{6,400})"|“([^“”]{6,400})”|«([^«»]{6,400})»|「([^「」]{4,400})」|『([^『』]{4,400})』|《([^《》]{4,400})》)/u;
/** What parts a title from what comes behind it in a reference. */
const BEHIND =
  /[.,]\s(?:In|in|En|Dans):?\s|\sIn:\s|[.,;]\s+(?:Proc(?:eedings|\.)|Journal|J\.|Trans(?:actions|\.)|IEEE|ACM|arXiv|Springer|Elsevier|PhD|Ph\.D|Master|Tech(?:nical)?\.? [Rr]ep|Lecture Notes|Advances in)|[.,]?\s[[(](?:19|20)\d\d[a-z]?[\])]|[.,]\s(?:19|20)\d\d(?=[.,;:\s]|$)|[.,]\s\p{Lu}[\p{L}. &]{2,60}\s\d{1,4}\s?(?:\(\d|:\s?\d)|\s[|•]\s|\s—\s(?=\p{Lu})/u;
const SENTENCE =
  /(?<![\s.]\p{L}|[\s.]\p{Lu}\p{Ll}|\bvs|\bDr|\bSt|\bProf|\b[Nn]o|\bvol|\betc|\bi\.e|\be\.g)[.](?!\s[IVX]{1,4}\b)(?=\s+["“(]?[\p{Lu}\p{Lo}\d])|[?!](?=\s+(?:In\b|\p{Lu}[\p{L}]+ \d))|[。！？]/u;

/** A title at the beginning of a text, and how it ends. */
export interface Beginning {
  title: string;
  way: 'quoted' | 'slashes' | 'cut' | 'all';
}

/** What may be the title at the beginning of a text, by how it may end: by its quotes, a mark of its own, a full stop. */
export function titlesAtStart(text: string): Beginning[] {
  const quoted = OPENING.test(text)
    ? (PAIRED.exec(text)?.slice(1).find(Boolean) ?? QUOTED.exec(text)?.[1])
    : undefined;
  if (quoted !== undefined) return [{ title: quoted.replace(/[.,]$/, ''), way: 'quoted' }];
  const found: Beginning[] = [];
  const slashes = text.search(/\s(?:\/\/|\|)\s/);
  if (slashes > 8) found.push({ title: text.slice(0, slashes), way: 'slashes' });
  const ends = [BEHIND, SENTENCE]
    .map((pattern) => text.slice(8).search(pattern))
    .filter((index) => index >= 0);
  if (ends.length === 0) return text.trim() ? [...found, { title: text, way: 'all' }] : found;
  const end = Math.min(...ends) + 8;
  const mark = /[?!？！]/.test(text[end] ?? '') ? 1 : 0;
  return [...found, { title: text.slice(0, end + mark), way: 'cut' }];
}
