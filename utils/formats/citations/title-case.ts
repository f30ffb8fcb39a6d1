/** Titles with capitals, as styles for English have them. The small words are those of the CSL specification. */

/** https://docs.citationstyles.org/en/stable/specification.html#title-case-conversion */
const SMALL = new Set(
  `a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud around
  as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by c ca circa d de
  despite down during et except for forenenst from given in inside into lest like modulo near next nor notwithstanding of
  off on onto or out over per plus pro qua sans since so than the through throughout thruout till to toward towards under
  underneath until unto up upon v van versus via von vs with within without yet`.split(/\s+/),
);
/** Words, and the signs between them. */
const WORD = /[^\s\u200b‘’“”"'\-–—/.,;?!:[\]()<>]+|[?!:]/gu;

/** Title Case: words that have a capital stay as they are, and so do small words but for the first, the last and after a colon. */
export function titleCase(title: string): string {
  const words = [...title.matchAll(WORD)];
  const last = words.findLast(([word]) => !/[?!:]/.test(word));
  const firstSign = title.search(/[‘’“”"\-–—/.,;?!:[\]()]/) + 1;
  let begins = true;
  return title.replace(WORD, (word, at: number) => {
    if (/^[?!:]$/.test(word)) {
      begins = true;
      return word;
    }
    const first = begins;
    begins = false;
    if (word !== word.toLowerCase() || isLoneGreek(word)) return word;
    // After an apostrophe a word goes on.
    if (/[\p{L}\p{N}]['’]$/u.test(title.slice(Math.max(0, at - 3), at))) return word;
    const saysMore = word.length > 1 && !SMALL.has(word);
    const hyphenated = title[at + word.length] === '-' && at < firstSign;
    const isLast = at === last?.index && word.length > 1;
    return first || saysMore || hyphenated || isLast ? capitalised(word) : word;
  });
}

/** With a capital at the beginning. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Letters such as α and β are symbols. */
function isLoneGreek(word: string): boolean {
  return /^\p{Script=Greek}$/u.test(word);
}
