/**
 * Letters and signs beyond ASCII as commands of TeX. There are only commands that LaTeX has without a package (but for
 * `\mathbb`), and that readers of BibTeX know: pandoc silently drops `\dj` and `\texteuro`. What has none stays as it is.
 */
import { ACCENTS, BLACKBOARD, LETTERS, LOWERED, RAISED, RELATIONS, SYMBOLS } from '@/utils/text/tex-symbols';

/** What `tex-symbols.ts` reads and LaTeX alone does not have, or has in texts only. */
const NO_COMMAND = new Set(
  'omicron varnothing square Box degree checkmark leqslant geqslant implies iff lesssim gtrsim triangleq coloneqq'.split(
    ' ',
  ),
);
/** Greek capitals that look like Latin ones have no commands. */
const GREEK_CAPITAL = /^(?!Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)\p{Lu}[a-z]+$/u;

const MATH = new Map([
  ['µ', String.raw`\mu`],
  ['−', '-'],
  ['√', String.raw`\surd`],
  ...inverted([...SYMBOLS, ...RELATIONS], (name) => !NO_COMMAND.has(name) && !isLatinLike(name)).map(
    ([sign, name]) => [sign, `\\${name}`] as const,
  ),
  ...inverted(BLACKBOARD).map(([sign, letter]) => [sign, `\\mathbb{${letter}}`] as const),
]);
const SMALL_UP = new Map(inverted(RAISED, isAscii));
const SMALL_DOWN = new Map(inverted(LOWERED, isAscii));
/** Commands for letters that all readers know. */
const LETTER = new Map(inverted(LETTERS, (name) => !/^(?:dh|DH|th|TH|dj|DJ|ng|NG)$/.test(name)));
const ACCENT = new Map(inverted(ACCENTS));
const SIGN = new Map(
  Object.entries({
    '–': '--',
    '—': '---',
    '‐': '-',
    '‑': '-',
    '“': '``',
    '”': "''",
    '‘': '`',
    '’': "'",
    '…': String.raw`{\ldots}`,
    '„': String.raw`{\quotedblbase}`,
    '«': String.raw`{\guillemotleft}`,
    '»': String.raw`{\guillemotright}`,
    '°': String.raw`{\textdegree}`,
    '£': String.raw`{\pounds}`,
    '§': String.raw`{\S}`,
    '¶': String.raw`{\P}`,
    '†': String.raw`{\textdagger}`,
    '•': String.raw`{\textbullet}`,
    '©': String.raw`{\textcopyright}`,
    '®': String.raw`{\textregistered}`,
  }),
);

/** A word of Greek is no formula. */
const GREEK_WORD = /[\p{Script=Greek}\p{M}]{3,}/u;
const PIECE = new RegExp(
  [
    GREEK_WORD.source,
    `[${[...SMALL_UP.keys()].join('')}]+`,
    `[${[...SMALL_DOWN.keys()].join('')}]+`,
    String.raw`\p{L}\p{M}+`,
    '[^ -~]',
  ].join('|'),
  'gu',
);

/** A text of which all but letters beyond ASCII is TeX already. */
export function inAscii(tex: string): string {
  return tex.normalize('NFC').replace(PIECE, (piece) => {
    if (GREEK_WORD.test(piece)) return piece;
    const sign = SIGN.get(piece) ?? letter(piece);
    if (sign !== undefined) return sign;
    const formula = inFormula(piece);
    return formula === piece ? piece : `{$${formula.trim()}$}`;
  });
}

/** A text within a formula. */
export function inFormula(text: string): string {
  return text.replace(PIECE, (piece) => {
    const [first = ''] = piece;
    if (SMALL_UP.has(first)) return `^{${small(piece, SMALL_UP)}}`;
    if (SMALL_DOWN.has(first)) return `_{${small(piece, SMALL_DOWN)}}`;
    const command = MATH.get(piece);
    return command === undefined ? piece : command.replace(/(?<=\\[A-Za-z]+)$/, ' ');
  });
}

function small(piece: string, table: ReadonlyMap<string, string>): string {
  return [...piece].map((sign) => table.get(sign)).join('');
}

/** A letter with or without accents; undefined if TeX has no command for it. */
function letter(text: string): string | undefined {
  if (/^[ﬀ-ﬆ]$/.test(text)) return text.normalize('NFKC');
  const plain = LETTER.get(text);
  if (plain !== undefined) return `{\\${plain}}`;
  const [base = '', ...marks] = text.normalize('NFD');
  const start = /^[A-Za-z]$/.test(base) ? base : LETTER.has(base) ? `\\${LETTER.get(base)}` : undefined;
  if (start === undefined || marks.length === 0) return undefined;
  let tex = start;
  for (const mark of marks) {
    const accent = ACCENT.get(mark);
    if (accent === undefined) return undefined;
    tex = /^[A-Za-z]$/.test(tex) && !/[a-zA-Z]/.test(accent) ? `\\${accent}${tex}` : `\\${accent}{${tex}}`;
  }
  return `{${tex}}`;
}

function isLatinLike(name: string): boolean {
  return GREEK_CAPITAL.test(name) && /\p{Script=Greek}/u.test(SYMBOLS.get(name) ?? '');
}

function isAscii(text: string): boolean {
  return /^[!-~]$/.test(text);
}

/** From sign to name: the first name of each sign beyond ASCII. */
function inverted(
  table: Iterable<readonly [string, string]>,
  isUsed: (name: string) => boolean = () => true,
): [string, string][] {
  const used = [...table].filter(([name, sign]) => isUsed(name) && !/^[ -~]+$/.test(sign));
  return used.map(([name, sign]): [string, string] => [sign, name]).reverse();
}
