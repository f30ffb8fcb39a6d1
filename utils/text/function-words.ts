/** Words that carry little meaning. In large libraries their frequency shows it, in small ones only a list can. */

/** The closed word classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries and the like; and what follows an apostrophe. */
const FUNCTION_WORDS = new Set(
  `a about above across after again against all almost along already also although always am among an and another any
  anyone anything are around as at be because been before being below between both but by can cannot could did do does
  doing done during each either else etc ever every everything few for from further had has have having he hence her
  here him his how however i if in instead into is it its itself just least less like many may me might more moreover
  most much must my near neither never no nobody none nor not nothing now of off often on once one only onto or other
  others our out over own per perhaps quite rather really same several shall she should since so some somebody someone
  something sometimes such than that the their them then there thereby therefore these they this those though through
  thus to together too toward towards two under unless until up upon us versus very via was we well were what whatever
  when where whereas whether which while who whom whose why will with within without would yet you your d ll m re s t ve`.split(
    /\s+/,
  ),
);

/** Words of questions to a librarian, about the papers and not about their subject. */
const QUESTION_WORDS = new Set(
  `article articles aspect aspects concern concerned concerning concerns deal dealing deals describe described describes
  describing discuss discussed discusses discussing discussion examples exist exists find give given include including
  information interest interested interests involve involved involving know literature looking mention paper papers
  particular particularly please possible possibly prefer publication publications read related relating relation
  relevant see seen show shows study studies subject talk tell topic topics use used uses using want wanted work
  works written`.split(/\s+/),
);

/** Whether a term only holds a sentence together. */
export function isFunctionWord(term: string): boolean {
  return FUNCTION_WORDS.has(term);
}

/** Whether a term is usual in questions, whatever they ask. */
export function isQuestionWord(term: string): boolean {
  return QUESTION_WORDS.has(term);
}
