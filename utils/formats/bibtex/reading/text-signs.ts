/** Commands of texts, and what they look like: beside the letters and signs that `tex-symbols.ts` has. */

export const TEXT_SIGNS: ReadonlyMap<string, string> = new Map(
  pairs(`textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’ textquotesingle ' textquotedbl "
    quotedblbase „ quotesinglbase ‚ textquotedblbase „ lq ‘ rq ’ glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » flq ‹ frq ›
    guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright ›
    textendash – textemdash — textellipsis … textasciitilde ~ textasciicircum ^ textasciigrave \x60 textbackslash \\
    textbar | textbardbl ‖ textless < textgreater > textunderscore _ textdollar $ textbraceleft { textbraceright }
    textpercent % textampersand & texthash # textnumbersign # slash / textasteriskcentered ∗ textbullet •
    textperiodcentered · textcdot · textopenbullet ◦ texttrademark ™ textregistered ® textcopyright © textservicemark ℠
    textdegree ° textcelsius ℃ textohm Ω textmu µ textmicro µ texttimes × textdiv ÷ textpm ± textminus − textlnot ¬
    textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³
    textperthousand ‰ textsection § textparagraph ¶ textdagger † textdaggerdbl ‡ dag † ddag ‡ dots …
    texteuro € euro € textsterling £ textyen ¥ textcent ¢ textcurrency ¤ textwon ₩ textnumero №
    textordfeminine ª textordmasculine º textexclamdown ¡ textquestiondown ¿
    textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textsurd √ textinfty ∞
    LaTeX LaTeX LaTeXe LaTeX2e TeX TeX BibTeX BibTeX AmS AMS
    textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textkappa κ textlambda λ textsigma σ textomega ω
    cprime ʹ cdprime ʺ polhk ˛`),
);

/** What journals of astronomy are called in entries of NASA's ADS, as they abbreviate themselves. */
export const JOURNALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aj: 'AJ',
    araa: 'ARA&A',
    apj: 'ApJ',
    apjl: 'ApJL',
    apjlett: 'ApJL',
    apjs: 'ApJS',
    apjsupp: 'ApJS',
    ao: 'Appl. Opt.',
    apss: 'Ap&SS',
    aap: 'A&A',
    astap: 'A&A',
    aapr: 'A&A Rev.',
    aaps: 'A&AS',
    icarus: 'Icarus',
    jcap: 'J. Cosmology Astropart. Phys.',
    jgr: 'J. Geophys. Res.',
    grl: 'Geophys. Res. Lett.',
    memras: 'MmRAS',
    mnras: 'MNRAS',
    nat: 'Nature',
    nar: 'New A Rev.',
    na: 'New A',
    pasa: 'PASA',
    pasj: 'PASJ',
    pasp: 'PASP',
    physrep: 'Phys. Rep.',
    planss: 'Planet. Space Sci.',
    pra: 'Phys. Rev. A',
    prb: 'Phys. Rev. B',
    prc: 'Phys. Rev. C',
    prd: 'Phys. Rev. D',
    pre: 'Phys. Rev. E',
    prl: 'Phys. Rev. Lett.',
    qjras: 'QJRAS',
    rmxaa: 'RMxAA',
    sci: 'Science',
    solphys: 'Sol. Phys.',
    sovast: 'Soviet Ast.',
    ssr: 'Space Sci. Rev.',
  }),
);

/** `name sign name sign …` */
function pairs(list: string): [string, string][] {
  const words = list.trim().split(/\s+/);
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : []));
}
