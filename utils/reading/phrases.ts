/**
 * Classifies short texts: title, names, venue or just the label of a link. These are heuristics: it is better to
 * find no title than a wrong one.
 */

import { oneLine } from '@/utils/text/clean';
import { identifiersInText } from './addresses';

/** Longest title, in UTF-16 units. */
const LONGEST_TITLE = 300;
/** Placeholder in a text for a link or identifier that only says where it leads. */
export const GAP = '\ue000';

/** Words in links that lead to a paper without naming it, and in buttons next to them. */
const LEADING_WORDS = new Set(
  `a abs abstract access acl add alphaxiv and anthology arxiv article artikel as ask at audio bib bibtex biorxiv blog bookmark by
  chat cite cited code comments copy continue conference cool data dataset demo details discuss discussion doi
  download draft export file full get github gitlab go hal here herunterladen hf homepage html http https hugging
  face huggingface icon in infographic journal kimi know learn library link links listen manuscript medrxiv model models more
  neurips of official on online open openreview or org original page paper papers pdf pmlr post poster preprint presentation
  project proceedings ps pubmed publication publisher publishers questions read reader reading related rel review reviews save
  scholar see semantic share show site slides source supp supplement supplemental supplementary talk text the this thread to
  tweet twitter upvote version via video view volltext vote votes watch website weiterlesen weights with www youtube zum zur
  appendix material materials project-page published here's lesen mehr quelle x ago citation citations days day downloads
  hours hour likes min minutes months stars submitted updated upvotes views years points openaccess eprint`.split(
    /\s+/,
  ),
);
const LEADING_CJK =
  /论文|論文|链接|連結|リンク|代码|代碼|コード|全文|阅读|閱讀|下载|ダウンロード|原文|摘要|概要|主页|项目|続きを読む|本文|详情|更多/g;

/** Headings of page sections. */
const SECTION =
  /^(?:(?:oral|poster|spotlight|best|invited|accepted|selected|recent|latest|new|top|related|all|more|other|our|the|this|last|paper)\s+)*(?:abstracts?|authors?|awards?|bibliography|code|comments|conclusions?|contents|contributions?|contact|datasets?|highlights?|honou?rable|introduction|issue|keynotes?|news|overview|panel|papers?|part|posters?|preprints?|proceedings|program(?:me)?|publications?|reading|references|research|resources|results|schedule|sections?|sessions?|surveys?|table of contents|talks?|today|topics?|tracks?|tutorials?|volume|week|what|where|why|workshops?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may \d|june|july|august|september|october|november|december|day \d|room|veröffentlichungen|publikationen|sitzung|(?:19|20)\d\d)\b/i;
const SECTION_CJK = /^(?:第.+[章节節部期]|目录|论文列表|今日|本周|关于|更多)/;

const VENUE =
  /^(?:(?:in|to appear in|accepted (?:at|to|by)|published in|presented at|under review)[:\s]+|the\s+)*(?:\d{4}\s+)?(?:\d+(?:st|nd|rd|th)\s+)?(?:proc(?:eedings)?\b|journal\b|j\.|ann(?:als|ual)\b|trans(?:actions)?\b|conference on|international (?:conference|journal|workshop)|workshop on|advances in|arxiv|biorxiv|medrxiv|ssrn|openreview|preprint|nature\b|science\b|cell\b|pnas|ieee|acm\b|aaai|neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl\b|emnlp|naacl|eacl|coling|ijcai|aistats|uai\b|colt\b|corl|icra|iros|rss\b|kdd|www\b|sigir|sigmod|vldb|interspeech|icassp|tmlr|jmlr|tacl|pmlr|phys\.|physical review|the lancet|under review|accepted|technical report|phd thesis|doctoral|master'?s thesis|poster|oral|spotlight)/i;
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}'’.\-‐]*|d[aeiu]|del|della|van|von|der|den|ten|la|le|bin|ibn|al|el|y|jr\.?|[*†‡§\d]+)$/u;

/** The words of a text, lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
}

/**
 * The number of words that do more than say where a link leads. Four Chinese or Japanese characters count as three
 * words.
 */
export function telling(text: string): number {
  const rest = text.replace(LEADING_CJK, ' ');
  const cjk = rest.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (cjk >= 4) return Math.max(3, Math.floor(cjk / 2));
  return wordsOf(rest).filter(
    (word) => !LEADING_WORDS.has(word) && /\p{L}/u.test(word) && !/^v\d+$/.test(word),
  ).length;
}

/**
 * Whether a text only says where a link leads: `PDF`, `[arXiv]`, `Read the paper`, `arXiv:2401.12345`,
 * `2401.12345v2`, `Berg et al. 2026`.
 */
export function isLeading(text: string): boolean {
  if (text.length > 120) return false;
  return telling(withoutIdentifiers(text)) === 0;
}

/** `Berg et al., 2026`, `Cai & Doe (2026)`: a link so called only says whose work it leads to. */
export function isCitation(text: string): boolean {
  return /^[\s([]*\p{Lu}[\p{L}’'‐-]+(?:(?:,? (?:and|&) |, )\p{Lu}[\p{L}’'‐-]+){0,5}(?:,? et al\.?)?(?:,?\s*[([]?(?:19|20)\d\d[a-z]?[)\]]?|(?<= et al\.?))[\s)\].]*$/u.test(
    text,
  );
}

/**
 * The text as a title; undefined if it has fewer than `least` telling words, contains an address or heads a
 * section.
 */
export function asTitle(text: string, least = 2): string | undefined {
  if (text.length > 10 * LONGEST_TITLE) return undefined;
  const title = trimTitle(oneLine(text.replaceAll(GAP, ' ')));
  if (title.length > LONGEST_TITLE || /:\/\/|\b[\w-]+\.(?:org|com|net|io|cc|edu)\//i.test(title))
    return undefined;
  if (telling(title) < least || isSection(title) || identifiersInText(title).length > 0) return undefined;
  return title;
}

/** Strips numbering, bullets, labels, and whatever else lists put before and after a title. */
export function trimTitle(text: string): string {
  let title = text;
  for (let before = ''; before !== title; ) {
    before = title;
    title = title
      .replace(/^(?:[\s•·*>|,;:–—‣▪►→✨.]|\p{Extended_Pictographic}|\ufe0f|\u200d)+/u, '')
      .replace(/^(?:#\d+|\(?\d{1,3}[.)]|\[\d{1,3}\]|-)\s+/, '')
      .replace(/^[[(【](?:[a-z]{1,2}|\d{4}\.\d{4,5}(?:v\d+)?|new!?)[\])】]\s*/i, '')
      .replace(/^[[(](?:(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}|[^\])]{2,40}['’ ]?\d{2,4})[\])]\s*(?=\S)/, '')
      .replace(/^[[(]([^[\]()]{2,20})[\])]\s+(?=\S)/, (label, words) => (telling(words) === 0 ? '' : label))
      .replace(/^(?:19|20)\d\d(?:[-/.]\d{1,2}){1,2}[\s:|,–-]+/, '')
      .replace(/^\d{1,2}:\d\d(?:\s*[–-]\s*\d{1,2}:\d\d)?\s+/, '')
      .replace(/^(?:title|titel|paper|标题|题目)\s*[:：]\s*/i, '')
      .replace(/\s*[[(](?:pdf|html|video|(?:19|20)\d\d|[a-z.]+\.(?:org|com))[\])]\s*$/i, '')
      .replace(/\s+[|·]\s+(?:arxiv|alphaxiv|openreview|hugging face|papers? with code)\s*$/i, '')
      .replace(
        /(?:[\s,;:|–—([*（【：，、]|(?<!\.\p{L}|[,.]\s?\p{Lu})\.|\p{Extended_Pictographic}|\ufe0f|(?:^|\s)-)+$/u,
        '',
      );
    const quoted = /^["“„«'‘「『《](.+?)[,.]?["”“»'’」』》]$/u.exec(title)?.[1];
    if (quoted && !/["”»」』》]/.test(quoted)) title = quoted;
  }
  return title;
}

/** Whether a text is the heading of a page section and not of a paper. */
export function isSection(text: string): boolean {
  if (SECTION_CJK.test(text)) return true;
  const found = SECTION.exec(text)?.[0];
  if (found === undefined) return false;
  const rest = text.slice(found.length);
  if (/^(?:what|where|why)/i.test(found)) return telling(rest) < 2;
  // `Session 4: Fish` is a section, but `Code Generation with Fish` and `Reading: A Survey` are titles.
  if (
    /(?:session|track|keynote|day \d+|room|workshop|tutorial|part|section|volume)s?$/i.test(found) &&
    /^\s*[\da-z]{0,3}\s*[:–—-]\s/i.test(rest)
  )
    return true;
  return (
    telling(
      rest.replace(
        /\b(?:weeks?|months?|today|works?|year|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\b/gi,
        '',
      ),
    ) === 0
  );
}

/**
 * Whether a text is a list of names: `A. Lovelace and C. Babbage`, `Lovelace, A., Babbage, C.`,
 * `Ada Lovelace, Charles Babbage`, `Ada Lovelace et al.`
 */
export function isNames(text: string): boolean {
  const plain = oneLine(text.replaceAll(GAP, ' ')).replace(/[\s:.]+$/, '');
  if (
    (/\bet al$/.test(plain) &&
      wordsOf(plain).length <= 12 &&
      isName(plain.split(/,| et al| and /, 1)[0] ?? '')) ||
    /^(?:authors?|autoren|作者)\s*[:：]/i.test(plain)
  )
    return true;
  const pieces = plain
    .split(/[,;·|、，&]|\s+(?:and|und|et)\s+/)
    .map((piece) => piece.replace(/^(?:and|und|et)\s+/, '').trim())
    .filter(Boolean);
  const initials = pieces.some((piece) =>
    /(?:^|[\s-])\p{Lu}\.?(?:$|[\s-])|^\p{Lu}\.?-?\p{Lu}?\.?$/u.test(piece),
  );
  if (pieces.length === 1) return initials && /\p{Lu}\./u.test(`${plain}.`) && isName(plain);
  if (pieces.length === 0 || pieces.some((piece) => piece.split(/\s+/).length > 6)) return false;
  const names = pieces.filter(isName).length;
  const full = pieces.every((piece) => /\s/.test(piece));
  return names >= 0.8 * pieces.length && (initials || full);
}

/** Whether a text is certainly names: it has initials or `et al.` */
export function isSigned(text: string): boolean {
  return isNames(text) && /\bet al\b|(?:^|[\s.-])\p{Lu}\.(?=[\s,.-]|$)/u.test(text);
}

/** Whether a text is two or three capitalised words: a name or a short title. */
export function mayBeName(text: string): boolean {
  return /^\S+(?:\s\S+){1,2}$/.test(text) && isName(text);
}

/** Whether a text could be a name: up to five words that are capitalised, initials or particles. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length <= 5 && words.every((word) => NAME_WORD.test(word)) && !/\d{2}/.test(text);
}

/** Whether a text names a venue: `NeurIPS 2024`, `In Proceedings of …`, `Nature 612`. */
export function isVenue(text: string): boolean {
  const plain = oneLine(text.replaceAll(GAP, ' ')).replace(/^[[(][^\])]{0,40}[\])]\s*(?=\S)/, '');
  return VENUE.test(plain) || (/(?:\b|['’])(?:(?:19|20)\d\d|\d\d(?=$))\b/.test(plain) && telling(plain) <= 4);
}

/**
 * Whether a text is written like a title: it starts with a capital, and so do most of its longer words. Scripts
 * without case cannot be judged this way.
 */
export function isCapitalised(text: string): boolean {
  const long = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capital = long.filter((word) => /^\p{Lu}|\p{Lu}/u.test(word)).length;
  return /^["“„«‘'\s]*[\p{Lu}\p{N}\p{Lo}]/u.test(text) && capital >= 0.6 * long.length;
}

/** The text with its identifiers and addresses replaced by `GAP`. */
export function withoutIdentifiers(text: string): string {
  let rest = text;
  for (const { start, end } of identifiersInText(text).reverse())
    rest = rest.slice(0, start) + GAP + rest.slice(end);
  return rest.replace(/https?:\/\/\S*/g, GAP);
}
