/** Labelled abstracts (`Abstract: …`), with or without titles, as copied from CatalyzeX. */
import type { FoundPaper } from './found-paper';

/** Words of an author's affiliation, which is not a title. */
const AFFILIATION =
  /universit|institut|\bcollege\b|laborator|\bdepartment\b|\bschool of\b|academy of|\b(?:inc|ltd|corp|gmbh)\b|大学|学院|研究/i;

/**
 * If most labelled abstracts have no title, the lines before the others are not titles either, but affiliations or
 * headings. All of them are then kept without a title.
 */
export function withoutStrayTitles(
  found: readonly FoundPaper[],
  labelled: ReadonlySet<FoundPaper>,
): FoundPaper[] {
  const titled = [...labelled].filter(({ title }) => title !== undefined);
  const lost = labelled.size > 0 && titled.length * 2 <= labelled.size;
  return found.map((paper) => {
    if (!labelled.has(paper) || paper.title === undefined) return paper;
    const stray = lost || (labelled.size === 1 && isAffiliation(paper.title));
    return stray ? { ...paper, title: undefined } : paper;
  });
}

/** Whether a line is an affiliation: `A University, Town, Country`, even with its beginning cut off. */
function isAffiliation(line: string): boolean {
  const named = line.includes(',') && AFFILIATION.test(line);
  return (
    named ||
    line.length < 12 ||
    /, [^,]{2,40}, \p{Lu}[\p{L} .]{1,20}$/u.test(line) ||
    /^\p{Ll}\S*, \p{Lu}\S*$/u.test(line)
  );
}
