/** Abstracts that say they are one (`Abstract: …`), with or without their titles, as copied from CatalyzeX. */
import type { FoundPaper } from './found-paper';

/** A line under the author's name, not a title. */
const AFFILIATION =
  /universit|institut|\bcollege\b|laborator|\bdepartment\b|\bschool of\b|academy of|\b(?:inc|ltd|corp|gmbh)\b|大学|学院|研究/i;

/**
 * Where most labelled abstracts have no title, what stands before the others is none either: it may be the author's
 * affiliation or a heading. Every one of them is then kept without.
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

/** `A University, Town, Country`, also with its beginning cut away. */
function isAffiliation(line: string): boolean {
  const named = line.includes(',') && AFFILIATION.test(line);
  return (
    named ||
    line.length < 12 ||
    /, [^,]{2,40}, \p{Lu}[\p{L} .]{1,20}$/u.test(line) ||
    /^\p{Ll}\S*, \p{Lu}\S*$/u.test(line)
  );
}
