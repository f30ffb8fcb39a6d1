/** What TeX's commands look like in Unicode: only characters that the fonts of all systems have. */

/** From α to ω, as Unicode has them. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega';

/** Letters and signs that stand close to their neighbours. */
export const SYMBOLS = new Map<string, string>([
  ...GREEK.split(' ').flatMap((name, index): [string, string][] => [
    [name, String.fromCharCode(0x3b1 + index)],
    [name.charAt(0).toUpperCase() + name.slice(1), String.fromCharCode(0x391 + index)],
  ]),
  ...pairs(
    'varepsilon ε vartheta ϑ varpi ϖ varrho ϱ varphi φ ell ℓ hbar ħ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ wp ℘ partial ∂ nabla ∇ infty ∞',
  ),
  ...pairs(
    'forall ∀ exists ∃ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ angle ∠ triangle △ square □ Box □ star ⋆ ast ∗ bullet • circ ∘ degree ° prime ′',
  ),
  ...pairs(
    'dagger † ddagger ‡ S § P ¶ pounds £ copyright © checkmark ✓ sharp ♯ flat ♭ top ⊤ bot ⊥ sum ∑ prod ∏ int ∫ oint ∮',
  ),
  ...pairs('ldots … dots … dotsc … cdots ⋯ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉'),
  ...pairs('| ‖ Vert ‖ lVert ‖ rVert ‖ vert | lvert | rvert | backslash \\ lbrace { rbrace }'),
]);

/** Letters of texts. The space after one ends its name. */
export const LETTERS = new Map(
  pairs('ss ß ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ'),
);

/** Signs between two things: there is a space on either side. */
export const RELATIONS = new Map<string, string>([
  ...pairs(
    'times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ mid |',
  ),
  ...pairs(
    'in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ otimes ⊗ odot ⊙ perp ⊥ parallel ∥',
  ),
  ...pairs(
    'to → rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓',
  ),
  ...pairs('lesssim ≲ gtrsim ≳ prec ≺ succ ≻ asymp ≍ triangleq ≜ coloneqq ≔ colon : models ⊨ vdash ⊢'),
]);

/** Functions that keep their name. */
export const FUNCTIONS = names(
  'arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min mod bmod Pr sec sin sinh sup tan tanh',
);

/** Formatting. Calligraphic and bold letters exist in Unicode, but few fonts have them, so they are shown plain. */
export const FORMATS = names(
  'mathcal mathscr mathfrak mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm operatorname text textrm textbf textit textsf texttt textsc textsl textup textmd textnormal emph underline mbox rm bf it sf tt em sl sc cal',
);

/** Sizes and styles, which show nothing. */
export const SILENT = names(
  'left right middle big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle scriptstyle limits nolimits protect ensuremath ! - /',
);

/** Spaces of any width. */
export const SPACES = new Set([',', ':', ';', '>', ' ', 'quad', 'qquad', 'enspace', 'thinspace', 'space']);

/** Accents of texts, as combining characters. */
export const ACCENTS = new Map(
  pairs(
    '\x60 \u0300 \' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 " \u0308 r \u030a H \u030b v \u030c d \u0323 c \u0327 k \u0328 b \u0331',
  ),
);

/** Accents of formulas, as combining characters. */
export const HATS = new Map(
  pairs(
    'hat \u0302 widehat \u0302 tilde \u0303 widetilde \u0303 bar \u0304 overline \u0304 breve \u0306 dot \u0307 ddot \u0308 check \u030c vec \u20d7 acute \u0301 grave \u0300 mathring \u030a',
  ),
);

/** The blackboard letters that all fonts have. */
export const BLACKBOARD = new Map(pairs('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ'));

/** Characters that can be raised and lowered. */
export const RAISED = moved(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤′*∗∘†βγδφχ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ′**°†ᵝᵞᵟᵠᵡ',
);
export const LOWERED = moved(
  '0123456789+-=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
);

/** `name sign name sign …` */
function pairs(list: string): [string, string][] {
  const words = list.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : []));
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function moved(plain: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...plain].map((letter, index) => [letter, targets[index] ?? letter]));
}
